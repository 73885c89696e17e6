package io.denizen.persistence.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whoever reads a soft-deletable table gives it an alias and says {@code alias.deleted_at IS NULL}
 * in the same SELECT, outside of any parentheses and any OR.
 *
 * @param tables the soft-deletable ones
 */
record LiveRule(Set<String> tables) {

  private static final Pattern TOKEN =
      Pattern.compile("'(?:[^']|'')*'|[a-z_][a-z0-9_]*|[^\\s]", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENT = Pattern.compile("--.*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Set<String> TARGET = Set.of("into", "update", "of", "as");

  /** Memberships have a column of this name: what is read follows one of the words below. */
  private static final Set<String> ALSO_COLUMNS = Set.of("roles");

  private static final Set<String> READING = Set.of("from", "join");
  private static final Set<String> NO_ALIAS =
      Set.of(
          "where", "join", "on", "left", "inner", "cross", "order", "limit", "union", "group",
          "for", "using");

  /** The tables that the statement reads against the rule. */
  List<String> violations(String sql) {
    List<Token> tokens = tokens(sql);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (isRead(tokens, i)) {
        String alias = alias(tokens, i);
        if (alias.isEmpty()) {
          found.add(tokens.get(i).text() + " without an alias");
        } else if (!isLive(tokens, alias, tokens.get(i).block())) {
          found.add(tokens.get(i).text() + " " + alias);
        }
      }
    }
    return found;
  }

  private boolean isRead(List<Token> tokens, int i) {
    boolean qualifies = text(tokens, i + 1).equals(".");
    boolean qualified = text(tokens, i - 1).equals(".");
    boolean isTable = !qualified || text(tokens, i - 2).equals("denizen");
    String before = text(tokens, qualified ? i - 3 : i - 1);
    return tables.contains(tokens.get(i).text())
        && !qualifies
        && isTable
        && !TARGET.contains(before)
        && (!ALSO_COLUMNS.contains(tokens.get(i).text()) || READING.contains(before));
  }

  private static String alias(List<Token> tokens, int table) {
    String next = text(tokens, table + 1);
    String alias = next.equals("as") ? text(tokens, table + 2) : next;
    return alias.matches("[a-z_][a-z0-9_]*") && !NO_ALIAS.contains(alias) ? alias : "";
  }

  private static boolean isLive(List<Token> tokens, String alias, int block) {
    List<String> select =
        tokens.stream().filter(token -> token.block() == block).map(Token::text).toList();
    String flat = " " + String.join(" ", select) + " ";
    return flat.contains(" " + alias + " . deleted_at is null ")
        && !flat.contains(" not " + alias + " . deleted_at ")
        && !flat.contains(" or ");
  }

  private static String text(List<Token> tokens, int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).text() : "";
  }

  /** Whatever is between parentheses is a block of its own; so is each side of a UNION. */
  private static List<Token> tokens(String sql) {
    List<Token> tokens = new ArrayList<>();
    Deque<Integer> blocks = new ArrayDeque<>(List.of(0));
    int blocksSoFar = 1;
    Matcher matcher = TOKEN.matcher(COMMENT.matcher(sql).replaceAll(" "));
    while (matcher.find()) {
      String text = matcher.group().toLowerCase(Locale.ROOT);
      switch (text) {
        case "(" -> blocks.push(blocksSoFar++);
        case ")" -> blocks.pop();
        case "union", "intersect", "except" -> {
          blocks.pop();
          blocks.push(blocksSoFar++);
        }
        default -> {}
      }
      tokens.add(new Token(text, blocks.element()));
    }
    return tokens;
  }

  private record Token(String text, int block) {}
}
