class Truce < Formula
  desc "Timeline explorer for negotiations and the words spoken about them"
  homepage "@HOMEPAGE@"
  url "@HOMEPAGE@/truce-@VERSION@.tar.gz"
  sha256 "@SHA256@"
  license "MIT"

  depends_on "pkgconf" => :build
  depends_on "fribidi"
  depends_on "libyaml"
  depends_on "ncurses"
  depends_on "utf8proc"

  def install
    # The ncurses of macOS is older and has no file for pkg-config; Homebrew's stands where nothing looks by itself.
    ENV.prepend_path "PKG_CONFIG_PATH", Formula["ncurses"].opt_lib/"pkgconfig"
    system "make", "install", "PREFIX=#{prefix}", "bashcompdir=#{bash_completion}"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/truce --version")
    (testpath/"lesson.truce.yaml").write shell_output("#{bin}/truce print --blank")
    system bin/"truce", "check", "--strict", "lesson.truce.yaml"
    assert_match "Two letters before Appomattox", shell_output("#{bin}/truce snapshot --size 80x24 lesson.truce.yaml")
  end
end
