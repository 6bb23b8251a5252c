" An event file, *.truce.yaml, is YAML that :make has truce check.
autocmd BufNewFile,BufRead *.truce.yaml,*.truce.yml compiler truce
