package io.denizen.testkit.identity;

import static io.denizen.testkit.shared.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identities;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityKind;
import io.denizen.domain.identity.IdentityQuery;
import io.denizen.domain.identity.IdentityQuery.Order;
import io.denizen.domain.identity.IdentityState;
import io.denizen.domain.shared.Cursor;
import io.denizen.domain.shared.Page;
import io.denizen.domain.shared.PageRequest;
import io.denizen.domain.shared.Slug;
import io.denizen.testkit.shared.Pages;
import io.denizen.testkit.shared.PortContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Identities#list} promises. */
public abstract class IdentityListContract extends PortContract {

  private @Nullable Cursor start;

  /** Ids increase: whatever a test creates comes after this. */
  @BeforeEach
  final void rememberWhereTheTestStarts() {
    start = Cursor.at(fixtures().identityId());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 1_000})
  void listsInOrderOfCreationBothWays(int pageSize) {
    List<Identity> people = List.of(person("d"), person("b"), person("a"), person("c"));

    assertThat(newOnes(IdentityQuery.ALL, pageSize)).containsExactlyElementsOf(people);
    assertThat(
            Pages.walk(list(ordered(Order.CREATE_TIME, true)), pageSize, end(), this::isOfThisTest))
        .containsExactlyElementsOf(people.reversed());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 1_000})
  void listsByEmailBothWays(int pageSize) {
    String prefix = fixtures().word("p");
    Identity d = person(prefix + "d");
    Identity b = person(prefix + "B");
    Identity a = person(prefix + "a");
    Identity c = person(prefix + "C");

    assertThat(byEmail(prefix, false, pageSize)).containsExactly(a, b, c, d);
    assertThat(byEmail(prefix, true, pageSize)).containsExactly(d, c, b, a);
  }

  @Test
  void ordersEmailsByCodePoint() {
    String prefix = fixtures().word("p");
    // In UTF-16, which Java compares by, the last would come before the one before it; in the
    // collation of most languages, é would stand by e.
    List<Identity> people = new ArrayList<>();
    for (String letter : List.of("-", "0", "_", "e", "z", "é", "\uFB01", "𐐨")) {
      people.add(person(prefix + letter));
    }

    assertThat(byEmail(prefix, false, 3)).containsExactlyElementsOf(people);
  }

  @Test
  void leavesOutOfAListByEmailWhoHasNone() {
    Identity person = person("a");
    Identity service = service();

    assertThat(newOnes(IdentityQuery.ALL, 10)).containsExactly(person, service);
    assertThat(Pages.walk(list(ordered(Order.EMAIL, false)), 1_000))
        .contains(person)
        .doesNotContain(service);
  }

  @Test
  void decidesBetweenEqualEmailsById() {
    EmailAddress email = fixtures().email();
    List<Identity> everyone = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      everyone.add(committed(create(fixtures().details().withEmail(email))::delete));
    }
    IdentityQuery query = new IdentityQuery(null, null, email, null, Order.EMAIL, false, true);
    IdentityQuery backwards = new IdentityQuery(null, null, email, null, Order.EMAIL, true, true);

    assertThat(Pages.walk(list(query), 1)).containsExactlyElementsOf(everyone);
    assertThat(Pages.walk(list(backwards), 1)).containsExactlyElementsOf(everyone.reversed());
  }

  @Test
  void endsWhenThePageIsExactlyFull() {
    person("a");
    person("b");

    assertThat(page(1).next()).isNotNull();
    assertThat(page(2).next()).isNull();
    assertThat(page(3).next()).isNull();
  }

  @Test
  void leavesOutDeletedOnesUnlessAskedForThem() {
    Identity live = person("live");
    Identity deleted = committed(person("deleted")::delete);

    assertThat(newOnes(IdentityQuery.ALL, 10)).containsExactly(live);
    assertThat(
            newOnes(new IdentityQuery(null, null, null, null, Order.CREATE_TIME, false, true), 10))
        .containsExactly(live, deleted);
  }

  @Test
  void filtersByKindAndState() {
    Identity person = person("a");
    Identity suspended =
        committed(
            occasion ->
                IdentityChanges.with(person("b"), IdentityState.SUSPENDED, false, occasion));
    Identity service = service();

    assertThat(newOnes(filtered(IdentityKind.PERSON, null), 1)).containsExactly(person, suspended);
    assertThat(newOnes(filtered(IdentityKind.SERVICE, null), 1)).containsExactly(service);
    assertThat(newOnes(filtered(null, IdentityState.ACTIVE), 1)).containsExactly(person, service);
    assertThat(newOnes(filtered(null, IdentityState.SUSPENDED), 1)).containsExactly(suspended);
    assertThat(newOnes(filtered(IdentityKind.SERVICE, IdentityState.SUSPENDED), 1)).isEmpty();
  }

  @Test
  void filtersByEmailWhateverTheCaseAndBySlug() {
    Identity one = create(fixtures().details());
    Identity other = create(fixtures().details());
    EmailAddress email =
        new EmailAddress(IdentityChanges.email(one).value().toUpperCase(Locale.ROOT));
    Slug slug = IdentityChanges.slug(one);

    assertThat(Pages.walk(list(with(email, null)), 10)).containsExactly(one);
    assertThat(Pages.walk(list(with(null, slug)), 10)).containsExactly(one);
    assertThat(Pages.walk(list(with(email, slug)), 10)).containsExactly(one);
    assertThat(Pages.walk(list(with(email, IdentityChanges.slug(other))), 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void neitherSkipsNorRepeatsWhileOthersComeAndGo(boolean descending) {
    String prefix = fixtures().word("p");
    List<Identity> staying = new ArrayList<>();
    List<Identity> leaving = new ArrayList<>();
    for (int i = 10; i < 50; i++) {
      (i % 2 == 0 ? staying : leaving).add(person(prefix + i));
    }
    List<Identity> seen = new ArrayList<>();
    Cursor place = edge(prefix, descending);
    for (int i = 0; place != null && i < 100; i++) {
      IdentityQuery query = ordered(Order.EMAIL, descending);
      Page<Identity> page = answer(list(query).apply(new PageRequest(3, place)));
      page.items().stream().filter(item -> hasPrefix(item, prefix)).forEach(seen::add);
      place = page.items().stream().allMatch(item -> hasPrefix(item, prefix)) ? page.next() : null;
      if (!leaving.isEmpty()) {
        committed(leaving.remove(leaving.size() / 2)::delete);
      }
      person(prefix + (10 + i) + "new");
    }

    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen.stream().filter(staying::contains))
        .containsExactlyElementsOf(descending ? staying.reversed() : staying);
  }

  private Identity person(String local) {
    return create(
        fixtures()
            .details()
            .withEmail(new EmailAddress(local + "@" + fixtures().word("x") + ".example.org")));
  }

  private Identity service() {
    return committed(
        occasion ->
            Identity.create(
                fixtures().identityId(), IdentityKind.SERVICE, fixtures().bareDetails(), occasion));
  }

  private Identity create(IdentityDetails details) {
    return committed(
        occasion ->
            Identity.create(fixtures().identityId(), IdentityKind.PERSON, details, occasion));
  }

  /** What this test created. */
  private List<Identity> newOnes(IdentityQuery query, int pageSize) {
    return Pages.walk(list(query), pageSize, start, identity -> true);
  }

  private Page<Identity> page(int size) {
    return answer(list(IdentityQuery.ALL).apply(new PageRequest(size, start)));
  }

  private List<Identity> byEmail(String prefix, boolean descending, int pageSize) {
    return Pages.walk(
        list(ordered(Order.EMAIL, descending)),
        pageSize,
        edge(prefix, descending),
        identity -> hasPrefix(identity, prefix));
  }

  /** Just before the addresses that start with the prefix, or just after them. */
  private Cursor edge(String prefix, boolean after) {
    return Cursor.at(after ? prefix + "\uDBFF\uDFFD" : prefix, fixtures().identityId());
  }

  private Cursor end() {
    return Cursor.at(fixtures().identityId());
  }

  private boolean isOfThisTest(Identity identity) {
    return start != null && identity.id().value().toString().compareTo(start.id().toString()) > 0;
  }

  private static boolean hasPrefix(Identity identity, String prefix) {
    return IdentityChanges.email(identity).key().startsWith(prefix);
  }

  private Function<PageRequest, CompletionStage<Page<Identity>>> list(IdentityQuery query) {
    return page -> ports().identities().list(query, page);
  }

  private static IdentityQuery ordered(Order order, boolean descending) {
    return new IdentityQuery(null, null, null, null, order, descending, false);
  }

  private static IdentityQuery filtered(
      @Nullable IdentityKind kind, @Nullable IdentityState state) {
    return new IdentityQuery(kind, state, null, null, Order.CREATE_TIME, false, false);
  }

  private static IdentityQuery with(@Nullable EmailAddress email, @Nullable Slug slug) {
    return new IdentityQuery(null, null, email, slug, Order.CREATE_TIME, false, false);
  }
}
