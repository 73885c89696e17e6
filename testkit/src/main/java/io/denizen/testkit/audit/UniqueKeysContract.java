package io.denizen.testkit.audit;

import static io.denizen.testkit.shared.Answers.answer;
import static io.denizen.testkit.shared.Answers.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.denizen.domain.audit.Change;
import io.denizen.domain.audit.Journal;
import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.Identity;
import io.denizen.domain.identity.IdentityDetails;
import io.denizen.domain.identity.IdentityFailure.EmailTaken;
import io.denizen.domain.identity.IdentityFailure.SlugTaken;
import io.denizen.domain.shared.Occasion;
import io.denizen.testkit.identity.IdentityChanges;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What {@link Journal} promises about emails and slugs, which no two live identities have: not even
 * within one set; and whoever gives one up leaves it to others.
 */
public abstract class UniqueKeysContract extends IdentityJournalContract {

  @Test
  void refusesAnEmailThatIsTakenWhateverItsCase() {
    EmailAddress email = fixtures().email();
    Identity holder = person(fixtures().details().withEmail(email));
    Identity other = person();
    IdentityDetails same =
        fixtures().details().withEmail(new EmailAddress(email.value().toUpperCase(Locale.ROOT)));

    assertThat(refused(occasion -> create(same, occasion))).isEqualTo(new EmailTaken());
    assertThat(refused(IdentityChanges.edit(other, details -> details.withEmail(email))))
        .isEqualTo(new EmailTaken());
    assertThat(stored(holder)).contains(holder);
    assertThat(stored(other)).contains(other);
  }

  @Test
  void refusesASlugThatIsTaken() {
    Identity holder = person();
    Identity other = person();
    IdentityDetails same = fixtures().details().withSlug(holder.details().slug());

    assertThat(refused(occasion -> create(same, occasion))).isEqualTo(new SlugTaken());
    assertThat(
            refused(
                IdentityChanges.edit(other, details -> details.withSlug(holder.details().slug()))))
        .isEqualTo(new SlugTaken());
  }

  @Test
  void letsAnIdentityKeepItsOwnEmailInAnotherCase() {
    Identity person = person();
    EmailAddress shouted =
        new EmailAddress(IdentityChanges.email(person).value().toUpperCase(Locale.ROOT));
    Identity edited =
        committed(IdentityChanges.edit(person, details -> details.withEmail(shouted)));

    assertThat(stored(person)).contains(edited);
  }

  @Test
  void freesEmailAndSlugWithADeleteAndRefusesTheUndeleteIfTheyWereTakenMeanwhile() {
    Identity gone = person();
    Identity deleted = committed(gone::delete);
    Identity heir = person(gone.details());

    assertThat(refused(deleted::undelete)).isInstanceOfAny(EmailTaken.class, SlugTaken.class);
    assertThat(stored(gone)).contains(deleted);
    Identity moved = committed(IdentityChanges.edit(heir, old -> fixtures().details()));
    Identity back = committed(deleted::undelete);
    assertThat(stored(gone)).contains(back);
    assertThat(stored(heir)).contains(moved);
  }

  @Test
  void freesTheEmailThatAnUpdateGaveUp() {
    Identity person = person();
    committed(IdentityChanges.edit(person, old -> fixtures().details()));

    Identity heir = person(person.details());

    assertThat(stored(heir)).contains(heir);
  }

  @Test
  void seesAConflictWithinOneSet() {
    IdentityDetails details = fixtures().details();
    Occasion occasion = fixtures().occasion();
    Change<Identity> one = create(details, occasion);
    Change<Identity> two = create(details.withSlug(fixtures().slug()), occasion);

    assertThat(refusal(journal().commit(set(occasion, one, two)))).isEqualTo(new EmailTaken());
    assertThat(stored(one.after())).isEmpty();
    assertThat(stored(two.after())).isEmpty();
  }

  @Test
  void handsAnEmailOnWithinOneSet() {
    Identity old = person();
    Occasion occasion = fixtures().occasion();
    Change<Identity> delete = old.delete(occasion);
    Change<Identity> create = create(old.details(), occasion);

    answer(journal().commit(set(occasion, delete, create)));

    assertThat(stored(old)).contains(delete.after());
    assertThat(stored(create.after())).contains(create.after());
  }
}
