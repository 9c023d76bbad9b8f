# The front door. `make site` shows the bank, `make test` proves the program; the rest is for daily work.
MAKEFLAGS += --no-print-directory --no-builtin-rules
SHELL := /bin/sh

# What a fresh Debian 12 needs, each found by the name of its package.
BUILD_PACKAGES := g++ cmake ninja-build pkg-config libcli11-dev libcmark-gfm-dev \
  libcmark-gfm-extensions-dev libyaml-cpp-dev libxapian-dev libre2-dev libstemmer-dev libicu-dev \
  libxxhash-dev git
TEST_PACKAGES := doctest-dev nlohmann-json3-dev
LINT_PACKAGES := clang-format clang-tidy
FUZZ_PACKAGES := clang libclang-rt-dev
BENCH_PACKAGES := xapian-omega xapian-tools sqlite3 ripgrep

# How long each target of `make fuzz` looks for what is wrong.
FUZZ_SECONDS ?= 600

# How many cases the bank of `make bench` has, how often each long work is measured, and where: a
# folder in memory, such as /dev/shm, keeps a disk that others use out of it.
BENCH_CASES ?= 10000
BENCH_TIMES ?= 3
BENCH_FOLDER ?= build

# Installs the packages of $(1) that are missing, or says what to install.
define install_missing
have=$$(dpkg-query -W -f '$${db:Status-Abbrev}$${Package}\n' $(1) 2>/dev/null | sed -n 's/^ii *//p'); \
missing=; for package in $(1); do \
  case " $$(echo $$have) " in *" $$package "*) ;; *) missing="$$missing $$package";; esac; done; \
if [ -n "$$missing" ]; then \
  if ! command -v apt-get >/dev/null; then \
    echo "baraza needs the packages:$$missing" >&2; \
    echo "This is no Debian system: install what they are called here, then try again." >&2; exit 1; fi; \
  if [ "$$(id -u)" = 0 ]; then as=; \
  elif sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null; }; then as=sudo; \
  else echo "baraza needs packages that are not installed. As root, run:" >&2; \
    echo "  apt-get update && apt-get install -y --no-install-recommends$$missing" >&2; exit 1; fi; \
  echo "Installing:$$missing"; \
  $$as apt-get -o DPkg::Lock::Timeout=600 -qq update && \
  $$as env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -qq install -y \
    --no-install-recommends $$missing >/dev/null || { \
    echo "Could not install:$$missing" >&2; exit 1; }; \
fi
endef

baraza := build/dev/tools/baraza
sources = $(shell git ls-files '*.cpp' '*.hpp')

.PHONY: all site test deps install golden format lint format-check asan fuzz fuzz-short bench clean

all: deps
	@test -f build/dev/build.ninja || cmake --preset dev >/dev/null
	@cmake --build --preset dev

site: all
	@$(baraza) check
	@$(baraza) index
	@$(baraza) build
	@echo
	@echo "The site is in $(CURDIR)/public"
	@echo "  look at it:  xdg-open $(CURDIR)/public/index.html   (or open that file in any browser)"
	@echo "  search it:   $(baraza) search \"teachers coaching\""

test: test-deps all
	@ctest --preset dev -j "$$(nproc)"

deps:
	@$(call install_missing,$(BUILD_PACKAGES) $(TEST_PACKAGES))

# The same packages today; kept apart so that a builder of packages can build without the tests'.
.PHONY: test-deps
test-deps: deps

install: deps
	@test -f build/release/build.ninja || cmake --preset release >/dev/null
	@cmake --build --preset release
	@cmake --install build/release

golden: all
	@BARAZA_GOLDEN=write build/dev/tests/tools/test_tools -tc='every golden script*' >/dev/null; \
	git status --short tests/golden

format:
	@$(call install_missing,clang-format)
	@clang-format -i $(sources)

format-check:
	@$(call install_missing,clang-format)
	@clang-format --dry-run --Werror $(sources)

lint: deps
	@$(call install_missing,$(LINT_PACKAGES))
	@cmake --preset tidy >/dev/null
	@cmake --build build/tidy --target generated >/dev/null
	@git ls-files 'lib/*.cpp' 'tools/*.cpp' 'tests/*.cpp' | \
	  xargs -P "$$(nproc)" -n 4 clang-tidy --quiet -p build/tidy 2>/dev/null

asan: deps
	@test -f build/asan/build.ninja || cmake --preset asan >/dev/null
	@cmake --build --preset asan
	@ctest --preset asan -j "$$(nproc)"

# fuzz looks for long and keeps what it learns in tests/fuzz/corpus; fuzz-short is for each change.
fuzz: fuzz-targets
	@sh tests/fuzz/run.sh long $(FUZZ_SECONDS)

fuzz-short: fuzz-targets
	@sh tests/fuzz/run.sh short 60

.PHONY: fuzz-targets
fuzz-targets: deps
	@$(call install_missing,$(FUZZ_PACKAGES))
	@test -f build/fuzz/build.ninja || cmake --preset fuzz >/dev/null
	@cmake --build --preset fuzz

# Measures the released program beside others that do such work; takes its minutes.
bench: deps
	@$(call install_missing,$(BENCH_PACKAGES))
	@test -f build/release/build.ninja || cmake --preset release >/dev/null
	@cmake --build --preset release --target baraza bench_generate bench_pairs
	@sh tests/bench/run.sh $(BENCH_CASES) $(BENCH_TIMES) '$(BENCH_FOLDER)'

clean:
	@rm -rf build
