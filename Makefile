# The front door. `make` alone lists what it can do.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

VENV := .venv
PYTHON := $(VENV)/bin/python
# The programs that linkage is measured beside; they share no package with the tests.
LINKAGE_VENV := .venv-linkage
LINKAGE_PYTHON := $(LINKAGE_VENV)/bin/python
FORMATTED := Package.swift Sources Tests $(wildcard Benchmarks)

# What Debian 12 must have beside Swift: to build, and to test in a real browser.
BUILD_PACKAGES := libqrencode-dev libsqlite3-dev libyaml-dev
TEST_PACKAGES := $(BUILD_PACKAGES) chromium python3-venv strace
BENCH_PACKAGES := $(BUILD_PACKAGES) curl nginx-light python3-venv wrk

.PHONY: help run build test test-swift test-browser test-independent test-durability fuzz lint format man completions clean \
	bench-ledger bench-vault bench-estimation bench-coverage bench-linkage bench-web packages-build packages-test packages-bench

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

run: packages-build ## Build in release mode and serve a demonstration; ARGS="--port 9000" and others
	swift build -c release --product enlace
	exec .build/release/enlace demo $(ARGS)

build: packages-build ## Build in release mode
	swift build -c release --product enlace

test: packages-test lint test-swift test-browser test-independent test-durability ## Run every check and test

test-swift: packages-build ## Run the tests of every room
	swift build --build-tests
	swift test --skip-build

test-browser: packages-test $(VENV)/ready ## Walk the path in a real headless Chromium
	swift build --product enlace
	$(PYTHON) -m pytest Tests/Browser

test-independent: packages-test $(VENV)/ready ## Check archives with a verifier in Python; LONG=1 a large one too
	swift build --product enlace
	swift build --product ledger-hammer
	swift build -c release --product ledger-hammer
	$(PYTHON) -m pytest Tests/Independent

test-durability: packages-test $(VENV)/ready ## Kill the log and the server, make their disk fail and fill
	swift build --product enlace
	swift build --product ledger-hammer
	$(PYTHON) -m pytest Tests/Durability

fuzz: packages-build ## Give each parser a million spoilt inputs; ARGS="--inputs 1000 --seed 7"
	swift build -c release --product ledger-hammer
	.build/release/ledger-hammer fuzz $(ARGS)

bench-ledger: packages-build ## Measure the ledger beside SQLite and Ed25519 alone
	swift build -c release --product enlace-bench
	.build/release/enlace-bench ledger

bench-vault: packages-build ## Measure boxes, wraps, passwords and sign-in beside bare cryptography
	swift build -c release --product enlace-bench
	.build/release/enlace-bench vault

bench-estimation: packages-build ## Measure estimation beside bare arithmetic, and beside R packages that R_LIBS has
	swift build -c release --product enlace-bench
	.build/release/enlace-bench estimation

bench-coverage: packages-build ## Simulate how often intervals hold a known truth; ARGS="--simulations 2000"
	swift build -c release --product enlace-bench
	.build/release/enlace-bench coverage $(ARGS)

bench-linkage: packages-bench $(LINKAGE_VENV)/ready ## Measure linkage beside Splink, recordlinkage, anonlink and clkhash on the same files
	swift build -c release --product enlace-bench
	$(LINKAGE_PYTHON) Benchmarks/linkage_sets.py .build/linkage ../shared/linkage-data
	.build/release/enlace-bench linkage-data --out .build/linkage
	$(LINKAGE_PYTHON) Benchmarks/linkage_peers.py .build/linkage
	.build/release/enlace-bench linkage .build/linkage $(ARGS)
	.build/release/enlace-bench linkage-private --python $(LINKAGE_PYTHON)

bench-web: packages-bench ## Measure pages beside nginx with the same bytes
	swift build -c release --product enlace
	Benchmarks/web.sh .build/release/enlace trabajo.social /sign-in /referrals

lint: ## Check the layout of every Swift file
	swift format lint --strict --recursive --parallel $(FORMATTED)

format: ## Lay every Swift file out as the rules say
	swift format format --in-place --recursive --parallel $(FORMATTED)

man: packages-build ## Write the man pages to .build/man
	swift package --allow-writing-to-package-directory generate-manual --multi-page
	mkdir -p .build/man
	cp .build/plugins/GenerateManual/outputs/enlace/*.1 .build/man/

completions: build ## Write shell completions to .build/completions
	mkdir -p .build/completions
	for shell in bash zsh fish; do
		.build/release/enlace --generate-completion-script $$shell > .build/completions/enlace.$$shell
	done

clean: ## Remove what was built
	rm -rf .build $(VENV) $(LINKAGE_VENV)

$(VENV)/ready: Tests/Browser/requirements.txt Tests/Independent/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check $(addprefix -r ,$^)
	touch $@

$(LINKAGE_VENV)/ready: Benchmarks/linkage-requirements.txt
	python3 -m venv $(LINKAGE_VENV)
	$(LINKAGE_VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	touch $@

packages-build:
	@$(call install,$(BUILD_PACKAGES))

packages-test:
	@$(call install,$(TEST_PACKAGES))

packages-bench:
	@$(call install,$(BENCH_PACKAGES))

# Installs what is missing, asking nothing; with everything there it needs neither root nor network.
define install
missing=""
for package in $(1); do
	dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"
done
if [ -n "$$missing" ]; then
	as_root=""; [ "$$(id -u)" = 0 ] || as_root=sudo
	export DEBIAN_FRONTEND=noninteractive
	$$as_root apt-get -o DPkg::Lock::Timeout=900 -qq update
	$$as_root apt-get -o DPkg::Lock::Timeout=900 -qq install --yes --no-install-recommends $$missing >/dev/null
fi
endef
