# Sourced by ./denizen and benchmarks/run: finds a JDK.
#
# In:  DENIZEN_JAVA_HOME, if set; a function fail.
# Out: java_home, java_version, java_major, and quiet, which silences warnings about Netty and protobuf.
# shellcheck shell=sh disable=SC2034

oldest_java=21

# Prints the version in DIR/release, such as 25.0.1, if DIR is a JDK.
version_of() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9][0-9.]*\).*"/\1/p' "$1/release"
}

# 25.0.1 -> 25000001, so that versions compare as numbers.
as_number() {
  echo "$1" | awk -F. '{ printf "%d%03d%03d\n", $1, $2, $3 }'
}

jdk_of_path() {
  javac=$(command -v javac) || return 0
  while [ -L "$javac" ]; do
    target=$(readlink "$javac")
    case $target in
      /*) javac=$target ;;
      *) javac=$(dirname "$javac")/$target ;;
    esac
  done
  dirname "$(dirname "$javac")"
}

find_jdk() {
  java_home='' best=0 seen=''
  set -- "${JAVA_HOME:-}" "$(jdk_of_path)" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/openjdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* \
    "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/*
  for candidate in "$@"; do
    version=$(version_of "$candidate")
    [ -n "$version" ] || continue
    seen="$seen${seen:+, }$version in $candidate"
    number=$(as_number "$version")
    if [ "$number" -gt "$best" ]; then
      best=$number
      java_home=$candidate
      java_version=$version
      java_major=${version%%.*}
    fi
  done
}

if [ -n "${DENIZEN_JAVA_HOME:-}" ]; then
  java_home=$DENIZEN_JAVA_HOME
  version=$(version_of "$java_home")
  [ -n "$version" ] || fail "DENIZEN_JAVA_HOME is $java_home, which is no JDK (a JRE does not compile)"
  java_version=$version
  java_major=${version%%.*}
  seen="$version in $java_home"
else
  HOME=${HOME:-/nonexistent}
  find_jdk
fi
if [ -z "$java_home" ] || [ "$java_major" -lt "$oldest_java" ]; then
  fail "a JDK of $oldest_java or later is needed (25 is best); found ${seen:-none}." \
    "Install one (https://adoptium.net, or your system's packages), or set DENIZEN_JAVA_HOME."
fi

# These two silence warnings about Netty and protobuf on the JDKs that give them.
quiet=''
[ "$java_major" -ge 24 ] && quiet='--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow'
