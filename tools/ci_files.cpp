#include "tools/ci_files.hpp"

#include "tools/hook.hpp"
#include "tools/skeleton.hpp"

namespace baraza::tools {
namespace {

// Up to the command that checks.
constexpr std::string_view workflow_start =
    R"(# Checks the bank on GitHub: at every push, and whenever somebody proposes a change.
#
# There are no packages of baraza, so it is built from its source, on Debian, for which it is made.
# That takes some minutes once; what was built is kept for later runs.
name: baraza

on:
  push:
  pull_request:

permissions:
  contents: read

env:
  # To be set: where the source of baraza is, as `git clone` takes it, and which tag or branch of it
  # to use. A tag gives the same answers tomorrow. A branch is taken as it was at the first run,
  # until what was kept of it is deleted.
  BARAZA_SOURCE: ""
  BARAZA_VERSION: main

jobs:
  check:
    runs-on: ubuntu-latest
    container: debian:12
    timeout-minutes: 30
    steps:
      - name: Look whether the source is set
        if: env.BARAZA_SOURCE == ''
        run: |
          echo "::error file=.github/workflows/baraza.yml,title=Not set up yet::Write behind BARAZA_SOURCE in this file where the source of baraza is."
          exit 1
      - name: Install what fetches and builds
        run: |
          apt-get update
          apt-get install -y --no-install-recommends ca-certificates git make
      - name: Take the bank
        uses: actions/checkout@v4
      - name: Take baraza as it was built before
        id: kept
        uses: actions/cache/restore@v4
        with:
          path: /opt/baraza
          key: baraza debian-12 ${{ env.BARAZA_SOURCE }} ${{ env.BARAZA_VERSION }}
      - name: Build baraza
        run: |
          test -d /opt/baraza ||
            git clone --depth 1 --branch "$BARAZA_VERSION" -- "$BARAZA_SOURCE" /opt/baraza
          make -C /opt/baraza install
      - name: Keep what was built, whatever the bank says
        if: steps.kept.outputs.cache-hit != 'true'
        uses: actions/cache/save@v4
        with:
          path: /opt/baraza
          key: ${{ steps.kept.outputs.cache-primary-key }}
      - name: Check the bank
        run: )";

constexpr std::string_view pre_commit_start =
    R"(# For those who use https://pre-commit.com: checks what is staged before each commit.
# `baraza hook install` does the same without it; one of the two is enough.
repos:
  - repo: local
    hooks:
      - id: baraza
        name: baraza check
        entry: )";

constexpr std::string_view pre_commit_end = R"(
        language: system
        pass_filenames: false
)";

std::string command(std::string_view folder, std::string_view arguments) {
  if (folder.ends_with('/')) folder.remove_suffix(1);
  const std::string place =
      folder.empty() ? std::string() : "-C " + for_shell(std::string(folder)) + " ";
  return yaml_scalar("baraza " + place + std::string(arguments));
}

}  // namespace

std::string workflow_text(std::string_view folder) {
  return std::string(workflow_start) + command(folder, "check --format github") + "\n";
}

std::string pre_commit_text(std::string_view folder) {
  return std::string(pre_commit_start) + command(folder, "check --staged") +
         std::string(pre_commit_end);
}

}  // namespace baraza::tools
