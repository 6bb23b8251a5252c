# As packages of nixpkgs are called: nix-build -E '(import <nixpkgs> { }).callPackage ./package.nix { }'
# default.nix calls it for a checkout.
{
  lib,
  stdenv,
  fetchurl,
  pkg-config,
  fribidi,
  libyaml,
  ncurses,
  utf8proc,
  version ? "@VERSION@",
  src ? fetchurl {
    url = "@HOMEPAGE@/truce-${version}.tar.gz";
    sha256 = "@SHA256@";
  },
}:

stdenv.mkDerivation {
  pname = "truce";
  inherit version src;

  nativeBuildInputs = [ pkg-config ];
  buildInputs = [
    fribidi
    libyaml
    ncurses
    utf8proc
  ];

  enableParallelBuilding = true;
  makeFlags = [ "PREFIX=$(out)" ];

  doInstallCheck = true;
  installCheckPhase = ''
    $out/bin/truce --version | grep -F ${version}
    $out/bin/truce check $out/share/truce/events.yaml
  '';

  meta = {
    description = "Timeline explorer for negotiations and the words spoken about them";
    homepage = "@HOMEPAGE@";
    license = lib.licenses.mit;
    mainProgram = "truce";
    platforms = lib.platforms.unix;
  };
}
