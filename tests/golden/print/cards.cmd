# As many cards as asked for: the same seed draws the same, another one others, in the order of all; no more than there are.
python3 -c '
import os, subprocess
def deck(*words):
    run = subprocess.run([os.environ["TRUCE"], "print", "-f", "anki", *words], capture_output=True, text=True)
    lines = run.stdout.splitlines()
    return [line for line in lines if not line.startswith("#")], [line for line in lines if line.startswith("# ")], run.stderr, run.stdout
def told(what, words):
    print(what + ":", len(words[0]), *words[1], words[2], end="\n" if not words[2] else "")
everything = deck("--seed", "44")
first = deck("--seed", "44", "--questions", "20")
told("all", everything)
told("twenty", first)
told("one", deck("--seed", "3", "--questions", "1"))
told("too many", deck("--seed", "44", "--questions", "1000", "-Q", "speaker:lavrov"))
told("as many as there are", deck("--questions", str(len(everything[0]))))
print("the same again:", deck("--seed", "44", "--questions", "20")[3] == first[3])
print("others by another seed:", deck("--seed", "45", "--questions", "20")[0] != first[0])
places = [everything[0].index(card) for card in first[0]]
print("in order, and each once:", places == sorted(set(places)))
lesson = ["--view", "respite", "--seed", "2"]
shown = deck(*lesson)[0]
places = [shown.index(card) for card in deck(*lesson, "--questions", "10")[0]]
print("of a lesson too:", len(places), places == sorted(set(places)))
drawn = [card for seed in range(25) for card in deck("--seed", str(seed), "--questions", "200")[0]]
print("every card in its turn:", set(drawn) == set(everything[0]))
'
