# formula.rb FORMULA SOURCES FOLDER [WORD]... : what a formula of Homebrew does, where there is no Homebrew: tells what it says
# of itself, installs from the folder of the sources into FOLDER/truce (each command with those words behind it), and runs
# its test. What is not here, a formula has no use for, or it has a fault.
require "pathname"

formula, sources, folder, *WORDS = ARGV
ROOT = Pathname(folder)

def ENV.prepend_path(name, path) = self[name] = [path.to_s, self[name]].compact.join(":")

class Formula
  NAME = "truce"

  class << self
    attr_reader :is, :tested, :said

    def [](name) = needs.include?(name) ? Needed.new(name) : raise("#{name} is no dependency")
    def needs = (@needs ||= [])
    def inherited(formula) = @is = formula
    %w[desc homepage url sha256 license].each do |field|
      define_method(field) { |text| (@said ||= {})[field] = text }
    end
    def depends_on(name) = Formula.needs << (name.is_a?(Hash) ? name.keys.first : name)
    def test(&what) = @tested = what
  end

  Needed = Struct.new(:name) do
    def opt_lib = ROOT/"opt"/name/"lib"
  end

  def prefix = ROOT/NAME
  def bin = prefix/"bin"
  def bash_completion = prefix/"etc/bash_completion.d"
  def testpath = ROOT/"test"
  def version = self.class.said["url"][/-([0-9.]+)\.tar/, 1]

  def system(*words)
    words += WORDS if words.first == "make"
    Kernel.system(*words.map(&:to_s), out: :err) or raise "#{words.join(" ")}: failed"
  end

  def shell_output(line)
    text = `#{line}`
    $?.success? or raise "#{line}: failed"
    text
  end

  def assert_match(wanted, text) = text[wanted] || raise("#{wanted} is not in: #{text}")
end

load formula
built = Formula.is.new
Formula.is.said.each { |field, text| puts "#{field} #{text}" }
puts "needs #{Formula.needs.sort.join(" ")}"
Dir.chdir(sources) { built.install }
built.testpath.mkpath
ENV["HOME"] = built.testpath.to_s
Dir.chdir(built.testpath) { built.instance_exec(&Formula.is.tested) }
