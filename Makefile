# What one does with the project; README says more. Every target installs what it needs and says so.
PORT ?= 8080
PUBLIC_URL ?= /
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

.PHONY: serve build test bench

serve:
	@tools=$$(.ci/setup build); PATH="$$tools:$$PATH" exec trunk serve --port $(PORT)

build:
	@tools=$$(.ci/setup build); PATH="$$tools:$$PATH" trunk build --release --public-url $(PUBLIC_URL)
	@.ci/sizes

test:
	@tools=$$(.ci/setup build browser); export PATH="$$tools:$$PATH"; .ci/test

bench:
	@tools=$$(.ci/setup build bench); export PATH="$$tools:$$PATH"; .ci/bench
