# As much of nixpkgs as a recipe asks for that is called as its packages are, where there is no nixpkgs: a name that is not
# here is a fault of the recipe. What is built is built by what the system has in PATH.
let
  input = name: { inherit name; };
  packages = rec {
    lib = {
      licenses.mit.spdxId = "MIT";
      platforms.unix = [ builtins.currentSystem ];
      findFirst = asked: otherwise: list: let found = builtins.filter asked list; in
        if found == [ ] then otherwise else builtins.head found;
      hasPrefix = prefix: text: builtins.substring 0 (builtins.stringLength prefix) text == prefix;
      removePrefix = prefix: text: builtins.substring (builtins.stringLength prefix) (-1) text;
      splitString = by: text: builtins.filter builtins.isString (builtins.split by text);
    };
    stdenv.mkDerivation = said: said // {
      built = derivation {
        name = "${said.pname}-${said.version}";
        system = builtins.currentSystem;
        builder = "/bin/sh";
        inherit (said) src makeFlags installCheckPhase;
        PATH = builtins.getEnv "PATH";
        args = [ "-e" "-c" ''
          if test -d "$src"; then cp -r "$src" sources; chmod -R u+w sources
          else mkdir sources; tar -xf "$src" -C sources --strip-components=1; fi
          cd sources
          make -j"$(getconf _NPROCESSORS_ONLN)" $makeFlags
          make install $makeFlags
          eval "$installCheckPhase"
        '' ];
      };
    };
    fetchurl = { url, sha256 }: { inherit url sha256; };
    fribidi = input "fribidi";
    libyaml = input "libyaml";
    ncurses = input "ncurses";
    pkg-config = input "pkg-config";
    utf8proc = input "utf8proc";
    callPackage = file: given:
      let recipe = import file; in
      recipe (builtins.intersectAttrs (builtins.functionArgs recipe) packages // given);
  };
in
packages
