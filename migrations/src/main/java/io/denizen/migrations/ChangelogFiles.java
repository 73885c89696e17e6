package io.denizen.migrations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The changelog's own files: their names and one digest of all, without waking Liquibase. */
final class ChangelogFiles {

  static final String ROOT = "db/changelog/denizen.yaml";

  private static final Pattern INCLUDE = Pattern.compile("- include: \\{file: ([^,}]+),");

  private ChangelogFiles() {}

  /** Path to content of the root and all that it includes, in the order of their application. */
  static SequencedMap<String, byte[]> all() {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    collect(ROOT, files);
    return files;
  }

  /** SHA-256 of all files, as hexadecimal digits. */
  static String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      all()
          .forEach(
              (path, content) -> {
                digest.update((path + '\0' + content.length + '\0').getBytes(UTF_8));
                digest.update(content);
              });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void collect(String path, SequencedMap<String, byte[]> files) {
    byte[] content = read(path);
    files.put(path, content);
    if (path.endsWith(".yaml")) {
      String folder = path.substring(0, path.lastIndexOf('/') + 1);
      Matcher includes = INCLUDE.matcher(new String(content, UTF_8));
      while (includes.find()) {
        collect(folder + includes.group(1), files);
      }
    }
  }

  private static byte[] read(String path) {
    try (InputStream in = ChangelogFiles.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
