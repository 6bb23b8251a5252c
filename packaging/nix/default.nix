# Of a checkout, what git keeps of it: nix-build packaging/nix
{
  pkgs ? import <nixpkgs> { },
}:

let
  lines = pkgs.lib.splitString "\n" (builtins.readFile ../../Makefile);
  version = pkgs.lib.findFirst (pkgs.lib.hasPrefix "VERSION = ") "" lines;
in
pkgs.callPackage ./package.nix {
  version = pkgs.lib.removePrefix "VERSION = " version;
  src = builtins.fetchGit ../..;
}
