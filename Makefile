# truce: a terminal timeline explorer for negotiations.
#
#   make run [ARGS='--at ID file.yaml']   installs what is missing (through apt), builds, and opens the record
#   make check [NAME=unit/base_text]      installs what only tests need, and runs every test, or one
#   make                                  builds build/release/truce, and installs nothing
#   make static                           build/static/truce, 2.3 MB, which needs no library where it runs: for any Linux
#   make test-base_text                   builds and runs one test program, shows its whole output
#   make fuzz [FUZZ_RUNS=1000000]         looks for inputs that break a promise, target by target; make fuzz-dates: one
#   make page                             makes build/page/page.html, which truce print -f page fills: doc/page.md
#   make receivers                        installs the programs that printed formats are for, and opens each format in them
#   make faults                           makes every allocation and system call of every command fail once, for minutes
#   make pictures                         draws the pictures of README.md anew
#   make bench                            measures how fast it is, in ten minutes: tests/bench/README.md
#   make dist                             build/dist/truce-VERSION.tar.gz of what is committed, and the filled recipes
#   make deb                              build/deb/truce_*.deb, of the tarball: packaging/README.md
#   make packages                         installs what that takes, and builds a package by each recipe, for minutes
#   make release                          all that is given away of a version, in build/given
#   make install uninstall                PREFIX=/usr/local DESTDIR=; make install-strip: without words for a debugger
#   make clean
#
# VARIANT=release|debug|san|counted, WERROR=1 (warnings are errors), V=1 (show the commands), UPDATE=1 (rewrite
# the expected output of golden tests). CC, CFLAGS, CPPFLAGS, LDFLAGS and LDLIBS are the caller's, and so are the folders
# of what is installed: bindir, datarootdir, datadir, mandir, docdir, bashcompdir, zshcompdir, fishcompdir, vimdir. Where
# datadir is not ../share as seen from bindir, `make` has to be told both as `make install` is: the program knows it then.

VERSION = 0.2.0
RELEASED = 2026-11-30
HOMEPAGE = https://truce.example
VARIANT ?= release
PREFIX ?= /usr/local
prefix = $(PREFIX)
bindir = $(prefix)/bin
datarootdir = $(prefix)/share
datadir = $(datarootdir)
mandir = $(datarootdir)/man
docdir = $(datarootdir)/doc/truce
bashcompdir = $(datadir)/bash-completion/completions
zshcompdir = $(datadir)/zsh/site-functions
fishcompdir = $(datadir)/fish/vendor_completions.d
vimdir = $(datadir)/vim/vimfiles
BUILD ?= build
OUT = $(BUILD)/$(VARIANT)
PROGRAM = $(OUT)/truce
COMPLETIONS = $(addprefix $(OUT)/completions/,truce _truce truce.fish)
ARCHIVE = $(OUT)/libtruce.a

.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules
Q = $(if $(V),,@)
say = $(if $(V)$(HUSH),,@printf '%-5s %s\n' "$(1)" "$(2)")

all: $(PROGRAM) $(COMPLETIONS)

# --- flags -------------------------------------------------------------------------------------

SYSTEM := $(shell uname)
# The C libraries of Linux show what POSIX and BSD have when they are asked to; those of macOS and the BSDs show
# all unless they are asked for a standard, and then hide SIGWINCH and TIOCGWINSZ. So they are asked for all.
FEATURES = $(if $(filter Darwin %BSD DragonFly,$(SYSTEM)),-D_DARWIN_C_SOURCE -D_NETBSD_SOURCE -D_BSD_SOURCE,-D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE)
STANDARD = -std=c11 $(FEATURES) -Isrc -I.
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith \
	-Wcast-qual -Wwrite-strings -Wundef -Wvla -Wformat=2 -Wconversion -Wno-sign-conversion \
	-Wno-unused-parameter -Wno-missing-field-initializers
FATAL = $(if $(filter-out 0,$(WERROR)),-Werror)

SANITIZERS = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
# What a fuzz target watches, to see which inputs do something new, is in all that is sanitized, lest it be built again.
SAFETY_san = $(SANITIZERS) -fsanitize-coverage=inline-8bit-counters,pc-table
LINK_san = $(SANITIZERS)
SAFETY_debug = -DTRUCE_UNGUARDED # debuggers do in a program's name what it never does itself
# Each block of code that runs tells so, and what libraries do to memory is called by its name, so that a test can count both.
SAFETY_counted = -fsanitize-coverage=trace-pc -fno-builtin
LINK_counted = $(foreach name,$(COUNTED_CALLS),-Wl$(comma)--wrap=$(name))
COUNTED_CALLS = calloc memset memcpy memmove memcmp memchr memrchr memmem strlen strcmp strncmp strchr strrchr strstr strspn strcspn strpbrk
OPTIMISE_release = -O2 -g
OPTIMISE_debug = -O0 -g3
# A third of `make check` is building this: no more is asked of the optimiser than what makes the tests quick, and of the
# tests themselves, which take longer to build than to run, nothing. Fortified functions would ask for it.
OPTIMISE_san = -O1 -gline-tables-only
OPTIMISE_san_tests = -O0
OPTIMISE_counted = -O0 -g0
OPTIMISE_release_tests = -O0 -g0 -Wp,-U_FORTIFY_SOURCE

ifeq ($(filter $(VARIANT),release debug san counted),)
$(error VARIANT=$(VARIANT): there are release, debug, san and counted)
endif
# The tests run twice, and the second time a second compiler has built them: what hangs on the order in which one
# of them takes two arguments shows. clang's sanitizers find all that gcc's do, and NULL + 0.
ifeq ($(VARIANT),san)
CC = clang
endif
ifeq ($(origin CFLAGS),undefined)
CFLAGS = $(OPTIMISE_$(VARIANT))
endif

# What keeps a mistake from becoming a hole, whatever CFLAGS are given: it stands behind them, as far as the compiler
# takes it beside them. Fortified functions need a level that is not said twice, and -Wp comes last.
comma = ,
takes = $(shell printf '\043include <stdlib.h>\n' | $(CC) $(CPPFLAGS) $(CFLAGS) -Werror $(1) -x c -S -o /dev/null - 2>/dev/null && echo '$(1)')
first = $(or $(call takes,$(1)),$(call takes,$(2)),$(call takes,$(3)))
ifeq ($(VARIANT),release)
SAFETY_release := -fPIE $(foreach flag,-fstack-protector-strong -fstack-clash-protection -fcf-protection \
	-mbranch-protection=standard -ftrivial-auto-var-init=zero,$(call takes,$(flag))) \
	$(call first,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3,-Wp$(comma)-U_FORTIFY_SOURCE$(comma)-D_FORTIFY_SOURCE=3,-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif
ifneq ($(SYSTEM),Darwin)
LINK_release = -pie -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed
endif

HAVE := $(shell command -v $(firstword $(CC)) 2>/dev/null)
# Feature macros are ours alone: ncursesw.pc asks for an older _XOPEN_SOURCE than the rest of the program.
LIBRARIES = ncursesw yaml-0.1 libutf8proc $(ORDER)
# Arabic and Hebrew stand in their order where this is there.
ORDER := $(shell pkg-config --exists fribidi 2>/dev/null && echo fribidi)
pkg = $(filter-out -D_XOPEN_SOURCE=% -D_DEFAULT_SOURCE,$(shell pkg-config $(1) 2>/dev/null))
LIBRARY_FLAGS := $(call pkg,--cflags $(LIBRARIES))
LIBRARY_LINK := $(call pkg,--libs $(LIBRARIES))
TEST_FLAGS = $(call pkg,--cflags cmocka vterm)
TEST_LINK = $(call pkg,--libs cmocka)

# Words for a debugger name files as seen from here: the same sources give the same bytes in every folder, on every day.
ifeq ($(VARIANT),release)
ANYWHERE := $(call takes,-ffile-prefix-map='$(CURDIR)'=.)
endif

COMPILE = $(CC) $(STANDARD) $(WARNINGS) $(FATAL) $(ORDER:%=-DTRUCE_FRIBIDI) $(LIBRARY_FLAGS) $(ANYWHERE) $(CPPFLAGS) $(CFLAGS) $(SAFETY_$(VARIANT))
LINK = $(CC) $(CFLAGS) $(LDFLAGS) $(LINK_$(VARIANT))
LINK_WITH = $(LIBRARY_LINK) $(LDLIBS)

# --- the program -------------------------------------------------------------------------------

SOURCES := $(filter-out src/page/not_here.c,$(sort $(wildcard src/*/*.c src/*/*/*.c)))
# What is counted is the explorer, without its terminal.
ifeq ($(VARIANT),counted)
SOURCES := $(filter-out src/print/% src/cli/% src/term/% src/guard/%,$(SOURCES))
endif
OBJECTS = $(SOURCES:%.c=$(OUT)/%.o) $(OUT)/gen/builtin.o
TEST_SOURCES := $(sort $(wildcard tests/*/*.c))

$(PROGRAM): $(OUT)/src/main.o $(ARCHIVE) $(OUT)/link.flags
	$(call say,link,$@)
	$(Q)$(LINK) -o $@ $(OUT)/src/main.o $(ARCHIVE) $(LINK_WITH)

$(ARCHIVE): $(OBJECTS) $(OUT)/sources
	$(call say,pack,$@)
	$(Q)rm -f $@ && $(AR) rcs $@ $(OBJECTS)

$(OUT)/%.o: %.c $(OUT)/compile.flags
	$(call say,cc,$<)
	$(Q)$(COMPILE) $(FLAGS) -MMD -MP -c -o $@ $<

$(OUT)/gen/%.o: $(OUT)/gen/%.c $(OUT)/compile.flags
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $<

$(OUT)/tests/%.o: FLAGS = $(TEST_FLAGS) $(OPTIMISE_$(VARIANT)_tests)
$(OUT)/tests/%.o: SAFETY_release = -fPIE
$(OUT)/tests/%.o: SAFETY_counted =
# What is measured beside the program is built as it is.
$(OUT)/tests/bench/%.o: FLAGS =

# The built-in records and the version, as characters: a string literal could not hold a whole file. The folder of its data,
# where that is not found from the folder of the program, wherever both are moved together.
DATA = $(if $(filter-out $(abspath $(bindir)/../share),$(abspath $(datadir))),$(datadir)/truce)
as_characters = printf 'const char builtin_%s[] = {\n' $(1); od -An -v -tx1 | sed "s/ *\([0-9a-f][0-9a-f]\)/'\\\\x\1',/g"; \
	printf "'\\\\0'};\n"
$(OUT)/gen/builtin.c: events.yaml src/cli/blank.yaml Makefile $(OUT)/gen/data.folder $(OUT)/tools/stored
	$(call say,gen,$@)
	$(Q)mkdir -p $(@D) && { \
	printf '#include "cli/builtin.h"\n\nconst char builtin_version[] = "%s", builtin_released[] = "%s";\n' '$(VERSION)' '$(RELEASED)'; \
	{ $(call as_characters,events); } <events.yaml; \
	{ $(call as_characters,blank); } <src/cli/blank.yaml; \
	tr -d '\n' <$(OUT)/gen/data.folder | { $(call as_characters,data); }; \
	printf 'const size_t builtin_%s_len = sizeof builtin_%s - 1;\n' events events blank blank; \
	printf 'static const unsigned char stored[] = {\n' && $(OUT)/tools/stored events.yaml && \
	printf '};\nconst struct stored builtin_stored = {builtin_events, stored, sizeof stored - 1};\n'; } >$@.new && mv $@.new $@
$(OUT)/gen/data.folder: force
	@$(call remember,$(DATA))

# What is found out of the record when the program is built: by a program without the rest, which is made with it.
$(OUT)/tools/stored.o: SAFETY_counted =
$(OUT)/tools/stored: LINK_counted =
$(OUT)/tools/stored: $(OUT)/tools/stored.o $(OUT)/link.flags
	$(call say,link,$@)
	$(Q)$(LINK) -o $@ $< $(LINK_WITH)

# What shells complete: a program says it, that has the same tables of commands and options.
$(OUT)/tools/%: $(OUT)/tools/%.o $(ARCHIVE) $(OUT)/link.flags
	$(call say,link,$@)
	$(Q)$(LINK) -o $@ $< $(ARCHIVE) $(LINK_WITH)
$(OUT)/completions/truce: SHELL_NAME = bash
$(OUT)/completions/_truce: SHELL_NAME = zsh
$(OUT)/completions/truce.fish: SHELL_NAME = fish
$(COMPLETIONS): $(OUT)/tools/completions
	$(call say,gen,$@)
	$(Q)mkdir -p $(@D) && $< $(SHELL_NAME) >$@

# What is remembered from one run to the next: a change of flags or of the list of sources builds again. The flags are those
# of the program, read here: within a rule they would be those of the target that asks first, such as a test's.
COMPILED_WITH := $(COMPILE)
remember = mkdir -p $(@D) && printf '%s\n' '$(subst ','\'',$(1))' | { cmp -s - $@ || printf '%s\n' '$(subst ','\'',$(1))' >$@; }

$(OUT)/compile.flags: force | libraries
	@mkdir -p $(sort $(dir $(OBJECTS) $(TEST_SOURCES:%=$(OUT)/%)) $(OUT)/tools)
	@$(call remember,$(COMPILED_WITH))
$(OUT)/link.flags: force
	@$(call remember,$(LINK) $(LINK_WITH))
$(OUT)/sources: force
	@$(call remember,$(SOURCES))

libraries:
	@test -n "$(HAVE)" || { echo "truce: there is no C compiler ($(CC)): make run installs it" >&2; exit 2; }
	@test -n "$(LIBRARY_LINK)" || { echo "truce: ncursesw, libyaml or libutf8proc is missing: make run installs it" >&2; exit 2; }

-include $(wildcard $(BUILD)/static/src/*.d $(BUILD)/static/src/*/*.d $(BUILD)/static/src/*/*/*.d $(OUT)/src/*.d $(OUT)/src/*/*.d $(OUT)/src/*/*/*.d $(OUT)/tests/*/*.d $(OUT)/tools/*.d $(OUT)/gen/*.d)

# --- the explorer in one page ------------------------------------------------------------------

# What runs in a browser is made by clang and lld with the system's wasi-libc, for which no library stands ready: the two
# that are needed are built from the sources of the system's packages. The same sources give the same bytes, wherever they
# stand and whenever that is: no path and no day is in what is made.
PAGE = $(BUILD)/page
PAGE_CC = clang
DEBIAN = http://deb.debian.org/debian/pool/main
LIBYAML = libyaml-0.2.5
UTF8PROC = utf8proc-2.8.0
FROM_libyaml-0.2.5 = $(DEBIAN)/liby/libyaml/libyaml_0.2.5.orig.tar.gz fa240dbf262be053f3898006d502d514936c818e422afdcf33921c63bed9bf2e
FROM_utf8proc-2.8.0 = $(DEBIAN)/u/utf8proc/utf8proc_2.8.0.orig.tar.gz a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc

# All that the explorer is made of, but what asks a system for what a page has not (src/page/not_here.c stands there).
PAGE_SOURCES := $(filter-out src/base/raise.c src/base/file.c src/load/import.c src/load/import_%.c src/load/other_%.c \
	src/load/traces.c, $(sort $(wildcard $(patsubst %,src/%/*.c,base model load query layout ui/core ui/views page))))
PAGE_LIBRARIES = $(patsubst %,$(LIBYAML)/src/%,api loader parser reader scanner) $(UTF8PROC)/utf8proc
PAGE_OBJECTS = $(PAGE_SOURCES:%.c=$(PAGE)/%.o) $(PAGE_LIBRARIES:%=$(PAGE)/sources/%.o)
# Small rather than fast: it is fast enough, and travels by mail.
PAGE_FLAGS = --target=wasm32-wasi -std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -Oz -flto -ffunction-sections -fdata-sections \
	-DUTF8PROC_STATIC
PAGE_COMPILE = $(PAGE_CC) $(PAGE_FLAGS) -Isrc -I. -I$(PAGE)/sources/$(LIBYAML)/include -I$(PAGE)/sources/$(UTF8PROC)
PAGE_COMPILE_LIBRARY = $(PAGE_CC) $(PAGE_FLAGS) -w -I$(LIBYAML)/include -DYAML_VERSION_MAJOR=0 -DYAML_VERSION_MINOR=2 \
	-DYAML_VERSION_PATCH=5 -DYAML_VERSION_STRING='"0.2.5"'
# The stack lies below all else, where outgrowing it is an error and no other's memory. Without -O, for which clang would
# run wasm-opt where that is there, and the bytes would be others.
PAGE_LINK = $(PAGE_CC) --target=wasm32-wasi -flto -mexec-model=reactor -Wl,--gc-sections -Wl,--strip-all -Wl,--lto-O2 \
	-Wl,--stack-first -Wl,-z,stack-size=1048576 $(patsubst %,-Wl$(comma)--export=%,$(shell cat src/page/exports))

PAGE_UNBUILT = $(filter-out $(wildcard $(PAGE)/src/*/*.o $(PAGE)/src/*/*/*.o $(PAGE)/sources/*/*.o $(PAGE)/sources/*/*/*.o),$(PAGE_OBJECTS))
page: page-needed
	@{ $(MAKE) $(JOBS) --no-print-directory $(PAGE)/page.html; echo "made $$?"; } | \
		BUILD='$(BUILD)' scripts/progress.sh $(words $(PAGE_UNBUILT) $(UNBUILT)) '$(V)'
	@$(MAKE) --no-print-directory HUSH=1 VARIANT=$(VARIANT) all && $(PROGRAM) print -f page >$(PAGE)/truce.html && \
		echo "truce: open $(PAGE)/truce.html in a browser; $(PROGRAM) print -f page makes others"
page-needed:
	@BUILD='$(BUILD)' scripts/install-needed.sh page
	@$(MAKE) --no-print-directory -s $(PAGE)/sources/$(LIBYAML) $(PAGE)/sources/$(UTF8PROC)

$(PAGE)/page.html: $(OUT)/tools/page $(PAGE)/truce.wasm.gz src/page/page.html src/page/page.css $(PAGE)/page.js Makefile
	$(call say,page,$@)
	$(Q)$(OUT)/tools/page $(VERSION) src/page/page.html src/page/page.css $(PAGE)/page.js $(PAGE)/truce.wasm.gz >$@
# One script, so that the page's policy names one.
$(PAGE)/page.js: src/page/page.js $(filter-out src/page/page.js,$(sort $(wildcard src/page/*.js)))
	@mkdir -p $(@D)
	$(Q)cat $^ >$@
# What it asks for of the browser is what src/page/imports says, and page.js answers: C's own last words, and the end.
$(PAGE)/truce.wasm.gz: $(PAGE)/truce.wasm $(OUT)/tools/imports src/page/imports
	$(Q)$(OUT)/tools/imports $< >$(PAGE)/imports
	$(Q)diff src/page/imports $(PAGE)/imports || { echo "truce: $< asks for other things than src/page/imports says" >&2; exit 1; }
	$(Q)zopfli -c $< >$@
$(PAGE)/truce.wasm: $(PAGE_OBJECTS) $(PAGE)/link.flags
	$(call say,link,$@)
	$(Q)$(PAGE_LINK) -o $@ $(PAGE_OBJECTS)
$(PAGE)/src/%.o: src/%.c $(PAGE)/compile.flags | $(PAGE)/sources/$(LIBYAML) $(PAGE)/sources/$(UTF8PROC)
	$(call say,wasm,$<)
	$(Q)$(PAGE_COMPILE) $(WARNINGS) $(FATAL) -MMD -MP -c -o $@ $<
$(PAGE)/sources/%.o: $(PAGE)/compile.flags | $(PAGE)/sources/$(LIBYAML) $(PAGE)/sources/$(UTF8PROC)
	$(call say,wasm,$*)
	$(Q)cd $(PAGE)/sources && $(PAGE_COMPILE_LIBRARY) -c -o $*.o $*.c
$(PAGE)/sources/$(LIBYAML) $(PAGE)/sources/$(UTF8PROC): $(PAGE)/sources/%:
	$(call say,fetch,$*)
	$(Q)$(call fetched,$*)
fetched = set -- $(FROM_$(1)) && scripts/fetch.sh "$$1" "$$2" "$(@D)/$${1\#\#*/}" && rm -rf $@.new && mkdir -p $@.new && \
	tar -xf "$(@D)/$${1\#\#*/}" -C $@.new && mv $@.new/* $@ && rmdir $@.new
$(PAGE)/compile.flags: force
	@mkdir -p $(sort $(dir $(PAGE_SOURCES:%=$(PAGE)/%)))
	@$(call remember,$(PAGE_COMPILE) $(PAGE_COMPILE_LIBRARY))
$(PAGE)/link.flags: force
	@$(call remember,$(PAGE_LINK) $(PAGE_SOURCES))

-include $(wildcard $(PAGE)/src/*/*.d $(PAGE)/src/*/*/*.d)

# --- the program alone -------------------------------------------------------------------------

# Linked with all it needs, and small: with musl, which takes a fifteenth of the room of the usual C library, and with libraries
# that are built with it, of the sources of Debian's packages. The first time takes some minutes. It brings its locales
# (src/term/brought.c, in the place of musl's functions for characters) and the descriptions of a few terminals.
STATIC = $(BUILD)/static
MUSL = musl-1.2.5
NCURSES = ncurses-6.4
FRIBIDI = fribidi-1.0.8
FROM_musl-1.2.5 = $(DEBIAN)/m/musl/musl_1.2.5.orig.tar.gz a9a118bbe84d8764da0ea0d28b3ab3fae8477fc7e4085d90102b8596fc7c75e4
FROM_ncurses-6.4 = $(DEBIAN)/n/ncurses/ncurses_6.4.orig.tar.gz 6931283d9ac87c5073f30b6290c4c75f21632bb4fc3603ac8100812bed248159
FROM_fribidi-1.0.8 = $(DEBIAN)/f/fribidi/fribidi_1.0.8.orig.tar.bz2 94c7b68d86ad2a9613b4dcffe7bbeb03523d63b5b37918bdf2e4ef34195c1e6c
STATIC_FETCHED = $(patsubst %,$(STATIC)/sources/%,$(MUSL) $(NCURSES) $(FRIBIDI) $(LIBYAML) $(UTF8PROC))

STATIC_SOURCES = $(SOURCES) src/main.c
STATIC_LIBRARIES = $(patsubst %,$(LIBYAML)/src/%,api loader parser reader scanner) $(UTF8PROC)/utf8proc \
	$(patsubst %,$(FRIBIDI)/lib/%,fribidi fribidi-arabic fribidi-bidi fribidi-bidi-types fribidi-brackets \
	fribidi-joining fribidi-joining-types fribidi-mirroring fribidi-run fribidi-shape)
STATIC_OBJECTS = $(STATIC_SOURCES:%.c=$(STATIC)/%.o) $(STATIC)/gen/builtin.o $(STATIC)/gen/descriptions.o \
	$(STATIC_LIBRARIES:%=$(STATIC)/sources/%.o)
STATIC_CC = $(abspath $(STATIC))/musl/bin/musl-gcc
# What an unwinder would read takes a twelfth of the room, and nobody unwinds.
SMALL = -Os -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables $(SAFETY_release)
STATIC_COMPILE = $(STATIC_CC) $(STANDARD) -DTRUCE_STATIC -DTRUCE_FRIBIDI -DUTF8PROC_STATIC $(patsubst %,-I$(STATIC)/sources/%,\
	$(NCURSES)/include $(LIBYAML)/include $(UTF8PROC) $(FRIBIDI)/lib) $(ANYWHERE) $(SMALL)
STATIC_COMPILE_LIBRARY = $(STATIC_CC) $(SMALL) -w -I$(LIBYAML)/include -I$(FRIBIDI)/lib -DYAML_VERSION_MAJOR=0 \
	-DYAML_VERSION_MINOR=2 -DYAML_VERSION_PATCH=5 -DYAML_VERSION_STRING='"0.2.5"' -DUTF8PROC_STATIC \
	-DHAVE_STDLIB_H -DHAVE_STRING_H -DHAVE_STRINGIZE
STATIC_LINK = $(CC) -nostdlib -static-pie $(filter-out -pie,$(LINK_release)) -s -Wl,--gc-sections $(BROUGHT:%=-Wl$(comma)--wrap=%)
BROUGHT = setlocale nl_langinfo wcwidth wcrtomb mbrtowc
DESCRIBED = xterm-256color xterm tmux-256color tmux screen-256color screen linux vt220
# The addresses in its tables take a twentieth of the room so, where the linker knows how.
RELATIVE = -Wl,-z,pack-relative-relocs

static: static-needed
	@{ $(MAKE) $(JOBS) --no-print-directory $(STATIC)/truce; echo "made $$?"; } | \
		BUILD='$(BUILD)' scripts/progress.sh $(words $(filter-out $(wildcard $(STATIC_OBJECTS)),$(STATIC_OBJECTS))) '$(V)'
static-needed:
	@$(if $(filter release,$(VARIANT)),,echo "truce: make static is for VARIANT=release" >&2; exit 2)
	@CC='$(CC)' BUILD='$(BUILD)' scripts/install-needed.sh static
	@$(MAKE) --no-print-directory -s $(STATIC_FETCHED)

$(STATIC)/truce: $(STATIC_OBJECTS) $(STATIC)/link.flags
	$(call say,link,$@)
	$(Q)musl=$(STATIC)/musl/lib && $(STATIC_LINK) $$(cat $(STATIC)/relative.flags) -o $@ $$musl/rcrt1.o $$musl/crti.o \
		$(STATIC_OBJECTS) $(STATIC)/sources/$(NCURSES)/lib/libncursesw.a $$musl/libc.a $$($(CC) -print-libgcc-file-name) $$musl/crtn.o
$(STATIC)/src/%.o: src/%.c $(STATIC)/compile.flags
	$(call say,cc,$<)
	$(Q)$(STATIC_COMPILE) -MMD -MP -c -o $@ $<
$(STATIC)/gen/builtin.o: $(OUT)/gen/builtin.c $(STATIC)/compile.flags
	$(Q)$(STATIC_COMPILE) -c -o $@ $<
$(STATIC)/gen/descriptions.o: $(STATIC)/gen/descriptions.c $(STATIC)/compile.flags
	$(Q)$(STATIC_COMPILE) -c -o $@ $<
$(STATIC)/gen/descriptions.c: Makefile
	$(call say,gen,$@)
	$(Q)mkdir -p $(@D) && { echo 'extern const char *const brought_descriptions[];'; \
	echo 'const char *const brought_descriptions[] = {'; \
	for type in $(DESCRIBED); do \
		TERMINFO= infocmp -0 -Q2 -x $$type 2>/dev/null | sed -n "s/^b64:.*/	\"$$type\", \"&\",/p"; \
	done; echo '	0};'; } >$@
$(STATIC)/sources/%.o: $(STATIC)/compile.flags
	$(call say,cc,$*)
	$(Q)cd $(STATIC)/sources && $(STATIC_COMPILE_LIBRARY) -c -o $*.o $*.c
$(STATIC)/compile.flags: force $(STATIC)/sources/$(NCURSES)/lib/libncursesw.a $(STATIC)/sources/$(FRIBIDI)/lib/fribidi-config.h
	@mkdir -p $(STATIC)/gen $(sort $(dir $(STATIC_SOURCES:%=$(STATIC)/%)))
	@$(call remember,$(STATIC_COMPILE) $(STATIC_COMPILE_LIBRARY))
$(STATIC)/link.flags: force
	@echo 'int none;' >$(STATIC)/none.c && if $(CC) -shared -nostdlib -fPIC $(RELATIVE) -o $(STATIC)/none.so \
		$(STATIC)/none.c 2>&1 | grep .; then echo; else echo $(RELATIVE); fi >$(STATIC)/relative.flags
	@$(call remember,$(STATIC_LINK) $(STATIC_OBJECTS))

# Each by its own way to be built, of which what it says is shown where it fails. Of the system come the kernel's headers.
made_by = (cd $(1) && { $(2); }) >$(STATIC)/$(3).log 2>&1 || { tail -n 20 $(STATIC)/$(3).log >&2; exit 2; }
PROCESSORS = -j$(shell getconf _NPROCESSORS_ONLN)
$(STATIC)/musl/lib/libc.a: | $(STATIC)/sources/$(MUSL)
	$(call say,make,$(MUSL))
	$(Q)$(call made_by,$|,CC='$(CC)' CFLAGS='-Os -ffunction-sections -fdata-sections' LDFLAGS= ./configure \
		--prefix='$(abspath $(STATIC))/musl' --disable-shared --enable-wrapper=gcc && MAKEFLAGS= $(MAKE) $(PROCESSORS) install,musl)
	$(Q)for name in linux asm asm-generic; do for root in /usr/include /usr/include/$$($(CC) -print-multiarch); do \
		test ! -d $$root/$$name || ln -sfn $$root/$$name $(STATIC)/musl/include/$$name; done; done
$(STATIC)/sources/$(NCURSES)/lib/libncursesw.a: $(STATIC)/musl/lib/libc.a | $(STATIC)/sources/$(NCURSES)
	$(call say,make,$(NCURSES))
	$(Q)$(call made_by,$|,CC='$(STATIC_CC)' CFLAGS='$(SMALL)' LDFLAGS=-static ./configure --prefix=/usr --enable-widec \
		--without-shared --without-debug --without-ada --without-cxx --without-cxx-binding --without-manpages --without-progs --without-tests \
		--without-gpm --without-dlsym --disable-stripping --disable-db-install --with-default-terminfo-dir=/etc/terminfo \
		--with-terminfo-dirs=/etc/terminfo:/lib/terminfo:/usr/share/terminfo && \
		for folder in include ncurses; do MAKEFLAGS= $(MAKE) $(PROCESSORS) -C $$folder || exit 1; done,ncurses)
$(STATIC)/sources/$(FRIBIDI)/lib/fribidi-config.h: | $(STATIC)/sources/$(FRIBIDI)
	$(Q)sed -e '/PLACEHOLDER/d; s/@SIZEOF_INT@/4/; s/@FRIBIDI_VERSION@/1.0.8/; s/@FRIBIDI_MAJOR_VERSION@/1/' -e \
		's/@FRIBIDI_MINOR_VERSION@/0/; s/@FRIBIDI_MICRO_VERSION@/8/; s/@FRIBIDI_INTERFACE_VERSION@/4/; s/@PACKAGE[A-Z_]*@/fribidi/' \
		$(@D)/fribidi-config.h.in >$@
$(STATIC_FETCHED): $(STATIC)/sources/%:
	$(call say,fetch,$*)
	$(Q)$(call fetched,$*)

# --- run, install, clean -----------------------------------------------------------------------

UNBUILT = $(filter-out $(wildcard $(OUT)/*/*.o $(OUT)/*/*/*.o $(OUT)/*/*/*/*.o),$(patsubst %.c,$(OUT)/%.o,$(SOURCES) src/main.c tools/completions.c))
# Where there is no terminal to explore in, the program prints the record instead; one that cannot be read from is none.
run:
	@CC='$(CC)' BUILD='$(BUILD)' scripts/install-needed.sh run
	@{ $(MAKE) $(JOBS) --no-print-directory VARIANT=$(VARIANT) all; echo "made $$?"; } | \
		BUILD='$(BUILD)' scripts/progress.sh $(words $(UNBUILT)) '$(V)'
	@test -t 1 || exec $(PROGRAM) $(ARGS); if ! (: </dev/tty) 2>/dev/null; then $(PROGRAM) $(ARGS) | cat; exit; fi; \
		$(PROGRAM) $(ARGS) && echo "truce: again by make run, or $(PROGRAM)"; status=$$?; \
		sudo=; test "$$(id -u)" = 0 || sudo="sudo "; \
		command -v truce >/dev/null || echo "truce: $${sudo}make install makes truce a command of this system"; exit $$status

# What is installed, and where: FILE:FOLDER, by the names that the shell has for the folders. The page, where one was made.
INSTALLED = $(PROGRAM):bin \
	$(patsubst %,%:man/man1,$(wildcard man/*.1)) \
	$(patsubst %,%:man/man5,$(wildcard man/*.5)) \
	$(patsubst %,%:data,$(wildcard events.yaml truce.schema.json $(PAGE)/page.html)) \
	$(patsubst %,%:doc,$(wildcard $(patsubst %,doc/%.md,$(READ)) SECURITY.md CITATION.cff)) \
	$(OUT)/completions/truce:bash $(OUT)/completions/_truce:zsh $(OUT)/completions/truce.fish:fish \
	$(patsubst %,%:vim/compiler,$(wildcard tools/vim/compiler/*.vim)) \
	$(patsubst %,%:vim/ftdetect,$(wildcard tools/vim/ftdetect/*.vim))
# The pages of doc/ for who uses it; the others are for who works on it. What they lead to above doc/ is installed beside them.
READ = tutorial teaching faq editors edition
FOLDERS = bin='$(bindir)' man='$(mandir)' data='$(datadir)/truce' doc='$(docdir)' bash='$(bashcompdir)' zsh='$(zshcompdir)' \
	fish='$(fishcompdir)' vim='$(vimdir)'
each_installed = $(FOLDERS); for pair in $(INSTALLED) $(1); do \
	file=$${pair%:*}; eval "to=\"\$$DESTDIR\$$$${pair\#\#*:}/$${file\#\#*/}\""

# A page that was made here is installed as its sources are now.
install: $(PROGRAM) $(COMPLETIONS) $(if $(wildcard $(PAGE)/sources/$(UTF8PROC)),$(wildcard $(PAGE)/page.html))
	@install -d '$(DESTDIR)$(bindir)' 2>/dev/null && test -w '$(DESTDIR)$(bindir)' || { echo "truce: you may not write in" \
		"$(DESTDIR)$(bindir): sudo make install, or make install PREFIX=\$$HOME/.local" >&2; exit 2; }
	@DESTDIR='$(DESTDIR)'; $(each_installed); \
		mode=644; test $$file != $(PROGRAM) || mode='755 $(STRIPPED)'; \
		echo "$$to"; \
		install -d "$${to%/*}" && install -m $$mode $$file "$$to" || exit 1; \
		case $$file in doc/*) sed 's,](\.\./,](,g' $$file >"$$to" || exit 1 ;; esac; \
	done
install-strip: STRIPPED = -s
install-strip: install

uninstall:
	@DESTDIR='$(DESTDIR)'; $(call each_installed,$(PAGE)/page.html:data); \
		test ! -e "$$to" || echo "removes $$to"; rm -f "$$to" || exit 1; \
	done
	@rmdir "$(DESTDIR)$(datadir)/truce" "$(DESTDIR)$(docdir)" 2>/dev/null || true # not empty: somebody else's

pictures: $(PROGRAM)
	$(call say,draw,doc/pictures)
	$(Q)scripts/pictures.sh $(PROGRAM) doc/pictures

# --- the tarball, and packages of it -----------------------------------------------------------

# The sources as they are committed, by the same bytes each time, and the recipes that name them, which .gitattributes
# keeps out of it.
DIST = $(BUILD)/dist
TARBALL = $(DIST)/truce-$(VERSION).tar.gz
MAINTAINER = truce maintainers <maintainers@$(HOMEPAGE:https://%=%)>
REVISION = HEAD
dist:
	@test -z "$$(git rev-parse --show-prefix 2>&1)" && git rev-parse -q --verify '$(REVISION)^{commit}' >/dev/null 2>&1 || { \
		echo "truce: make dist needs git, and a folder whose commits it knows: the tarball is of what is committed" >&2; exit 2; }
	@git cat-file blob '$(REVISION):Makefile' | grep -qx 'VERSION = $(VERSION)' || { \
		echo "truce: what is committed is of another version than $(VERSION)" >&2; exit 2; }
	@rm -rf $(DIST) && mkdir -p $(DIST)
	@git -c tar.umask=0022 archive --format=tar --prefix=truce-$(VERSION)/ -o $(TARBALL:.gz=) '$(REVISION)' && \
		gzip -9n $(TARBALL:.gz=)
	@sum=$$({ sha256sum $(TARBALL) || shasum -a 256 $(TARBALL); } 2>/dev/null | cut -c 1-64) && \
	for file in $$(find packaging -mindepth 2 -type f); do \
		to=$(DIST)/$${file#packaging/} && mkdir -p $${to%/*} && cp -p $$file $$to && \
		sed "s|@VERSION@|$(VERSION)|g; s|@RELEASED@|$(RELEASED)|g; s|@HOMEPAGE@|$(HOMEPAGE)|g; \
			s|@MAINTAINER@|$(MAINTAINER)|g; s|@SHA256@|$$sum|g" \
			$$file >$$to || exit 1; \
	done
	$(call say,dist,$(TARBALL))

# Debian's package, and its source package, of the tarball.
deb: dist
	@packaging/deb.sh $(TARBALL) $(VERSION) $(DIST)/debian $(BUILD)/deb
	$(call say,deb,$(BUILD)/deb)

# What is given away of a version: the sources, a program for any Linux and a package, both of this processor's kind, and the
# page with the record that comes with truce, to look at it.
GIVEN = $(BUILD)/given
release: page static deb
	@rm -rf $(GIVEN) && mkdir -p $(GIVEN)
	@cp $(TARBALL) $(BUILD)/deb/truce_$(VERSION)-*.deb $(GIVEN) && \
		cp $(STATIC)/truce $(GIVEN)/truce-$(VERSION)-$$(uname -s | tr A-Z a-z)-$$(uname -m) && \
		$(PROGRAM) print -f page >$(GIVEN)/truce-$(VERSION).html && cd $(GIVEN) && sha256sum * >SHA256SUMS
	$(call say,given,$(GIVEN))

clean:
	rm -rf $(BUILD)

# --- tests -------------------------------------------------------------------------------------

# Every tests/unit, tests/screen and tests/pty file is a program of its own, linked with all of src, which lld does in
# half the time.
LINK_TEST := $(if $(filter Linux,$(SYSTEM)),$(if $(shell command -v ld.lld),-fuse-ld=lld $(if $(filter release,$(VARIANT)),-Wl$(comma)-S)))
programs = $(patsubst tests/%.c,%,$(filter-out $(PTY_HARNESS:%=tests/pty/%.c),$(filter $(addprefix tests/,$(addsuffix /%,$(1))),$(TEST_SOURCES))))
PTY_HARNESS = pty pty_session
PTY = $(addprefix $(OUT)/tests/,$(call programs,pty))

.SECONDARY:
$(OUT)/tests/%: $(OUT)/tests/%.o $(ARCHIVE) $(OUT)/link.flags
	$(call say,link,$@)
	$(Q)$(LINK) $(LINK_TEST) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(TEST_LINK) $(LINK_WITH)
$(PTY) $(OUT)/tests/unit/base_text_width: TEST_LINK += $(call pkg,--libs vterm)
$(OUT)/tests/unit/layout_style: TEST_LINK += -lm
$(PTY): $(PTY_HARNESS:%=$(OUT)/tests/pty/%.o)

# A run of all of them links them once, to one program, where their mains can be given other names; not what puts a
# function of its own in the place of the C library's.
BUNDLED = $(filter-out unit/term_watch,$(call programs,unit screen))
BUNDLE := $(if $(if $(NAME),$(and $(filter unit,$(NAME)),$(filter screen,$(NAME))),all),$(shell command -v objcopy))
$(OUT)/tests/all: $(BUNDLED:%=$(OUT)/tests/%.o) $(ARCHIVE) $(OUT)/link.flags tests/all.sh
	$(call say,link,$@)
	$(Q)tests/all.sh $@.parts $(OUT)/tests $(BUNDLED) && $(CC) $(STANDARD) $(CPPFLAGS) $(CFLAGS) $(SAFETY_$(VARIANT)) -c -o $@.parts/all.o $@.parts/all.c && \
		$(LINK) $(LINK_TEST) -o $@ $@.parts/*.o $(ARCHIVE) $(TEST_LINK) $(call pkg,--libs vterm) -lm $(LINK_WITH)

# What a key touches is counted in a build of its own, by a linker that puts one function in the place of another.
COUNTED = $(if $(filter Linux,$(SYSTEM)),$(call programs,counted))

# A fuzz target is fed with inputs by libFuzzer, which comes with clang; without it, with those saved for it.
FUZZ_PARTS = replay hostile promise
FUZZ = $(addprefix $(OUT)/tests/,$(filter-out $(FUZZ_PARTS:%=fuzz/%),$(call programs,fuzz)))
FUZZER := $(if $(filter san,$(VARIANT)),$(shell echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' | \
	$(CC) -fsanitize=fuzzer -x c -o /dev/null - 2>/dev/null && echo yes))
ifneq ($(FUZZER),)
$(FUZZ): LINK_TEST += -fsanitize=fuzzer
else
$(FUZZ): $(OUT)/tests/fuzz/replay.o
endif
$(FUZZ): $(OUT)/tests/fuzz/hostile.o $(OUT)/tests/fuzz/promise.o

# FUZZ_RUNS= of each target, or SECONDS=, a minute if neither is said; what is learned stays for the next time.
FUZZ_SECONDS = $(or $(SECONDS),$(if $(FUZZ_RUNS),0,60))
fuzz: $(addprefix fuzz-,$(notdir $(FUZZ)))
$(addprefix fuzz-,$(notdir $(FUZZ))): fuzz-%: force
	@$(MAKE) --no-print-directory VARIANT=san $(BUILD)/san/tests/fuzz/$*
	@tests/fuzz.sh $(BUILD)/san/tests/fuzz/$* $(FUZZ_SECONDS) $(or $(FUZZ_RUNS),0) $(BUILD)/found/corpus/$* $(BUILD)/found

# How fast the program is beside floors: tests/bench/README.md says how to read it.
BENCH = $(addprefix $(OUT)/tests/bench/,record floor_load floor_frame floor_keys search bench)
BENCH_RUN = $(OUT)/tests/bench/bench $(OUT)/tests/bench $(PROGRAM)
$(addprefix $(OUT)/tests/bench/,search bench): $(OUT)/tests/bench/measure.o
$(OUT)/tests/bench/bench: $(addprefix $(OUT)/tests/bench/,table.o whole.o typed.o growing.o peers.o)
bench: $(PROGRAM) $(BENCH) force
	@LC_ALL=C.UTF-8 $(BENCH_RUN) $(PART)

# Every fault once: tests/fault/faults.c says how. `make faults` takes minutes; WORDS="print json" only those commands.
FAULT = $(OUT)/tests/fault
$(FAULT)/faults: $(FAULT)/run.o $(FAULT)/trace.o
$(FAULT)/shim.so: tests/fault/shim.c tests/fault/shim.h $(OUT)/compile.flags
	$(call say,cc,$<)
	$(Q)mkdir -p $(@D) && $(CC) $(STANDARD) $(WARNINGS) $(FATAL) -O1 -fPIC -shared -o $@ $< $(if $(filter Linux,$(SYSTEM)),-ldl)
FAULT_RUN = $(FAULT)/faults $(PROGRAM) $(FAULT)/shim.so
faults: $(PROGRAM) $(FAULT)/faults $(FAULT)/shim.so force
	@LC_ALL=C.UTF-8 $(FAULT_RUN) long $(WORDS)

# One program by its name, with all it says.
test-%: force
	@set -- $(filter %/$*,$(call programs,unit screen pty)); \
	test $$# -gt 0 || { echo "there is no test program named $*" >&2; exit 2; }; \
	for name; do \
		$(MAKE) --no-print-directory VARIANT=$(VARIANT) $(OUT)/tests/$$name && \
		TRUCE=$(PROGRAM) LC_ALL=C.UTF-8 timeout 120 $(OUT)/tests/$$name || exit 1; \
	done

# Every step of `make check` has a label, and leaves its counts in $(BUILD)/check/LABEL.
CHECKED_BY := $(foreach cc,gcc clang,$(if $(shell command -v $(cc)),$(cc)))
FORMATTER := $(if $(findstring version 14.,$(shell clang-format --version 2>/dev/null)),clang-format)
INNER = $(call programs,unit screen) $(FUZZ:$(OUT)/tests/%=%)
# What a compiler has to read: where all is built with warnings as errors, only what it does not build. What stands
# where a library is missing (order.c) no build reads.
ALL_C = src/main.c src/page/not_here.c $(wildcard tools/*.c) $(SOURCES) $(TEST_SOURCES)
SANITIZED_C = src/main.c $(SOURCES) $(patsubst %,tests/%.c,$(INNER) golden/screen $(call programs,pty) $(PTY_HARNESS:%=pty/%) fuzz/hostile fuzz/promise)
built_by = $(if $(filter clang,$(1)),$(SANITIZED_C)) $(if $(findstring $(if $(filter gcc,$(1)),Free Software,clang),$(RELEASED_BY)),$(ALL_C))
left_to = $(filter-out $(if $(NAME),,$(if $(FATAL),$(filter-out src/base/order.c,$(built_by)))),$(ALL_C))
RELEASED_BY := $(shell $(CC) --version 2>/dev/null)
# The longest ones come first, so that the last to end is none that others have waited beside.
STEPS = faults golden locales $(INNER) $(call programs,pty) $(patsubst tests/%,%,$(wildcard tests/pty/*.sh)) \
	$(addprefix san/,golden $(INNER) $(call programs,pty)) \
	$(COUNTED) $(patsubst tests/%.sh,%,$(wildcard tests/receivers/*.sh)) includes headers needed install dist packaging readme hardening security hostile load bench $(if $(filter Linux,$(SYSTEM)),static) schema letters form completions editors docs apropos $(foreach cc,$(CHECKED_BY),$(if $(call left_to,$(cc)),warnings/$(cc))) $(if $(FORMATTER),format) $(if $(wildcard man/*.[15]),manual)
# NAME=unit/base_text is one step, NAME=unit a group, NAME=golden/check/word one golden case.
CHOSEN = $(if $(NAME),$(filter $(NAME) $(addsuffix /%,$(NAME)) $(if $(filter golden/%,$(NAME)),golden),$(STEPS)),$(STEPS))
# One more than there are processors, since steps in a terminal wait for what is written there.
JOBS = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell expr $$(getconf _NPROCESSORS_ONLN) + 1))
AGAIN = --no-print-directory $(if $(filter true,$(CI)),WERROR=1)
STEP = RESULTS=$(BUILD)/check TRUCE=$(PROGRAM) tests/run.sh $(LABEL)

# In two goes, since what there is to run depends on what has just been installed.
check:
	@CC='$(CC)' BUILD='$(BUILD)' scripts/install-needed.sh check
	@$(MAKE) $(AGAIN) checked

# The programs that printed formats are for, and a run of each: those of the system's packages, and those of npm, in the
# versions of tests/receivers/package-lock.json, below $(BUILD).
RECEIVERS = $(BUILD)/receivers
NPM = $(shell sed -n 's/^. npm: //p' tests/receivers/*.sh)
receivers: receivers-needed page-needed
	@$(MAKE) --no-print-directory check NAME=receivers LONG=1
receivers-needed:
	@BUILD='$(BUILD)' scripts/install-needed.sh receivers
	@cmp -s tests/receivers/package-lock.json $(RECEIVERS)/installed || { mkdir -p $(RECEIVERS) && \
		cp tests/receivers/package.json tests/receivers/package-lock.json $(RECEIVERS) && \
		npm ci --prefix $(RECEIVERS) --no-audit --no-fund --ignore-scripts --loglevel=error >&2 && \
		cp tests/receivers/package-lock.json $(RECEIVERS)/installed; }
	@for name in $(NPM); do test -d $(RECEIVERS)/node_modules/$$name || { \
		echo "truce: $$name is not in tests/receivers/package.json" >&2; exit 1; }; done

# The programs that packages are made by, and each package made by them.
packages: packages-needed
	@$(MAKE) --no-print-directory check NAME=packaging LONG=1
packages-needed:
	@scripts/install-needed.sh packages

checked:
	@rm -rf $(BUILD)/check && mkdir -p $(BUILD)/check
	@$(if $(CHOSEN),,echo "there is no test named $(NAME)" >&2; exit 2;) \
	status=0; { $(MAKE) $(AGAIN) $(JOBS) -k steps; echo "made $$?"; } | BUILD=$(BUILD) tests/progress.sh $(words $(CHOSEN)) '$(V)' || status=$$?; \
	RESULTS=$(BUILD)/check tests/summary.sh $(CHOSEN) && exit $$status

steps: $(addprefix step/,$(filter-out san/%,$(CHOSEN))) $(if $(filter san/%,$(CHOSEN)),san)
san: force
	@$(MAKE) $(AGAIN) -k VARIANT=san LABEL=san/ $(patsubst san/%,step/%,$(filter san/%,$(CHOSEN)))

$(addprefix step/,$(if $(BUNDLE),$(BUNDLED))): step/%: $(OUT)/tests/all force ; @$(STEP)$* 120 $< $*
$(addprefix step/,$(filter-out $(if $(BUNDLE),$(BUNDLED)),$(call programs,unit screen pty))): step/%: $(OUT)/tests/% force ; @$(STEP)$* 120 $<
$(addprefix step/,$(call programs,pty)): $(PROGRAM)
$(addprefix step/,$(FUZZ:$(OUT)/tests/%=%)): step/fuzz/%: $(OUT)/tests/fuzz/% force
	@$(STEP)fuzz/$* 60 $(if $(FUZZER),env FUZZ_SEED=1 tests/fuzz.sh $< 1 0 $(BUILD)/check/new/$* $(BUILD)/found,$< $(wildcard tests/fuzz/corpus/$*/*))
step/golden: $(PROGRAM) $(OUT)/tests/golden/screen force
	@SCREENS=$(OUT)/tests/golden/screen $(STEP)golden 300 tests/golden/run.sh $(if $(LABEL),--again) $(patsubst golden/%,%,$(filter golden/%,$(NAME)))
$(addprefix step/,$(COUNTED)): step/%: force
	@$(MAKE) $(AGAIN) VARIANT=counted $(BUILD)/counted/tests/$* && $(STEP)$* 240 $(BUILD)/counted/tests/$*
step/pty/%.sh: $(PROGRAM) force ; @$(STEP)pty/$*.sh 120 tests/pty/$*.sh
step/receivers/%: $(PROGRAM) force ; @BUILD=$(BUILD) $(STEP)receivers/$* 600 tests/receivers.sh $*
# Where what it is made of has been fetched, the page is made as it is now.
$(addprefix step/receivers/,page firefox wasm): $(if $(wildcard $(PAGE)/sources/$(UTF8PROC)),$(PAGE)/page.html)
step/includes: force ; @$(STEP)includes 60 tests/check-includes.sh
step/headers: $(ARCHIVE) $(OUT)/src/main.o $(OUT)/tools/completions.o $(OUT)/tools/page.o force
	@$(STEP)headers 60 tests/check-headers.sh $(OBJECTS) $(OUT)/src/main.o $(OUT)/tools/completions.o $(OUT)/tools/page.o
step/needed: force ; @$(STEP)needed 120 tests/install-needed.sh
# Where python3 is not the system's own, the packages of the system may be there for the latter alone.
step/letters: force ; @$(STEP)letters 60 python3 tests/letters.py
step/schema: $(PROGRAM) $(OUT)/tools/schema force
	@SCHEMA=$(OUT)/tools/schema $(STEP)schema 60 sh -c 'python3 -c "import jsonschema, yaml" 2>/dev/null || PATH=/usr/bin:$$PATH; exec python3 tests/schema.py'
step/form: $(ARCHIVE) force ; @$(STEP)form 180 tests/form.sh $(OUT) $(MAKE)
step/completions: $(COMPLETIONS) force
	@$(STEP)completions 60 tests/completions.sh $(OUT)/completions
step/editors: $(PROGRAM) force ; @$(STEP)editors 60 tests/editors.sh
step/install: $(PROGRAM) $(COMPLETIONS) force
	@$(STEP)install 120 tests/install.sh $(OUT) $(MAKE) $(MAKEOVERRIDES) BUILD=$(BUILD) VARIANT=$(VARIANT)
step/readme: $(PROGRAM) force ; @$(STEP)readme 60 tests/readme.sh
step/packaging: $(PROGRAM) $(COMPLETIONS) force
	@$(STEP)packaging $(if $(LONG),3600,120) tests/packaging.sh $(MAKE) $(MAKEOVERRIDES) BUILD=$(BUILD) VARIANT=$(VARIANT)
step/dist: $(PROGRAM) $(COMPLETIONS) force
	@$(STEP)dist $(if $(LONG),1200,240) tests/dist.sh $(OUT) $(MAKE) $(MAKEOVERRIDES)
step/static: $(PROGRAM) $(addprefix $(OUT)/tests/pty/,explorer guard) force
	@$(STEP)static $(if $(LONG),1800,300) tests/static.sh $(OUT) $(MAKE) $(MAKEOVERRIDES) BUILD=$(BUILD) VARIANT=$(VARIANT)
step/hardening: $(PROGRAM) force ; @CC='$(CC)' $(STEP)hardening 180 tests/hardening.sh $(MAKE)
step/security: force ; @$(STEP)security 60 tests/security.sh $(STEPS)

step/hostile: $(PROGRAM) force ; @$(STEP)hostile 240 tests/hostile.sh
step/load: $(PROGRAM) $(BENCH) force ; @$(STEP)load 240 tests/load.sh $(OUT)/tests/bench
step/locales: $(PROGRAM) force ; @$(STEP)locales 240 tests/locales.sh
step/faults: $(PROGRAM) $(FAULT)/faults $(FAULT)/shim.so force ; @$(STEP)faults 300 $(FAULT_RUN)
step/bench: $(PROGRAM) $(BENCH) force ; @$(STEP)bench 60 $(BENCH_RUN) short

# What a compiler warns of by reading; what its optimiser finds besides, the builds above say.
step/warnings/%: force
	@$(STEP)warnings/$* 240 sh -c 'printf "%s\n" $(call left_to,$*) | \
		xargs -n 1 -P 2 $* -fsyntax-only $(STANDARD) $(WARNINGS) -Werror $(LIBRARY_FLAGS) $(TEST_FLAGS)'
step/format: force
	@$(STEP)format 120 clang-format --dry-run -Werror $(ALL_C) $(wildcard src/*/*.h src/*/*/*.h tests/*/*.h)
step/manual: force ; @$(STEP)manual 60 mandoc -T lint -W warning $(wildcard man/*.[15])
step/docs: $(PROGRAM) force ; @$(STEP)docs 240 tests/docs.sh
step/apropos: force ; @$(STEP)apropos 60 tests/apropos.sh

.PHONY: all static static-needed run install install-strip uninstall clean pictures page page-needed libraries bench faults fuzz receivers receivers-needed packages packages-needed dist deb release check checked steps san force
