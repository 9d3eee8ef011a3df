# Shared by the scripts beside it: where the project is, and how to get what it needs. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

# Ends the script with a sentence that a person can act on.
fail() {
    say "$(basename "$0"): $*"
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# Runs a command as root where that needs no password.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_be_root() { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }

# Whether the compiler finds a C header, in a folder beside the usual ones where one is named.
has_header() { printf '#include <%s>\n' "$1" | "${CC:-clang}" "-I${2:-/usr/include}" -E -x c - >/dev/null 2>&1; }

# Sets the array `release`: how 'swift build' makes the program that people use. Where the toolchain has the Swift libraries
# to be linked in, they are: the program then starts in half the time, and runs where there is no Swift.
set_release() {
    release=(-c release --product liaison)
    local libraries
    libraries=$(swiftc -print-target-info 2>/dev/null | sed -n 's/.*"runtimeResourcePath": *"\([^"]*\)".*/\1/p')
    if [ "$(uname -s)" = Linux ] && [ -f "${libraries}_static/linux/libFoundation.a" ]; then
        release+=(--static-swift-stdlib)
    fi
}

need_swift() {
    has swift || fail "there is no Swift toolchain; get Swift 6.1 or later from https://www.swift.org/install"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
    # shellcheck disable=SC2086
    set -- ${version:-0 0}
    if [ "$1" -lt 6 ] || { [ "$1" -eq 6 ] && [ "$2" -lt 1 ]; }; then
        fail "Swift $1.$2 is too old; get Swift 6.1 or later from https://www.swift.org/install"
    fi
}

# Installs the libraries the build needs and Graphviz, unless they are there.
need_packages() {
    local debian=() brew=()
    if [ "$(uname -s)" = Darwin ]; then
        has dot || brew+=(graphviz)
        [ ${#brew[@]} -eq 0 ] && return
        has brew || fail "install ${brew[*]}, for example with Homebrew from https://brew.sh"
        say "Installing ${brew[*]}"
        brew install --quiet "${brew[@]}" >&2
        return
    fi
    has_header sqlite3.h || debian+=(libsqlite3-dev)
    has_header libxml/parser.h /usr/include/libxml2 || debian+=(libxml2-dev)
    has_header zlib.h || debian+=(zlib1g-dev)
    has_header curl/curl.h || debian+=(libcurl4-openssl-dev)
    has pkg-config || debian+=(pkg-config)
    has dot || debian+=(graphviz)
    [ ${#debian[@]} -eq 0 ] && return
    has apt-get || fail "install Graphviz and the header files of SQLite, libxml2, zlib and libcurl (Debian: ${debian[*]}) with your system's package manager"
    can_be_root || fail "please run: sudo apt-get install ${debian[*]}"
    say "Installing ${debian[*]}"
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get install -y -qq "${debian[@]}" >/dev/null 2>&1 && return
    # An old list of packages names files that are gone.
    { as_root apt-get update -qq && as_root apt-get install -y -qq "${debian[@]}"; } >/dev/null ||
        fail "apt-get could not install ${debian[*]}; see its messages above"
}
