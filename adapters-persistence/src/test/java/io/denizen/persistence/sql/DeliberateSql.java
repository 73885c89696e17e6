package io.denizen.persistence.sql;

import io.denizen.domain.identity.EmailAddress;
import io.denizen.domain.identity.IdentityId;
import io.denizen.domain.identity.IdentityKind;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What must not be written, by which the checks show that they would notice; and what may be. */
@SuppressWarnings("UnusedMethod") // Only its statements are looked at.
interface DeliberateSql {

  int misspelledColumn(IdentityId id);

  int misspelledColumnInABranch(@Param("kind") @Nullable IdentityKind kind);

  int parameterOfTheWrongType(@Param("email") EmailAddress email);

  int forbiddenDelete(IdentityId id);

  int propertyThatIsIgnored(EmailAddress email);

  int readsDeletedOnes(IdentityId id);

  int readsDeletedOnesInABranch(@Param("kind") @Nullable IdentityKind kind);

  int readsDeletedOnesThroughAJoin(IdentityId id);

  int readsDeletedOnesInASubselect(IdentityId id);

  int readsDeletedOnesInACommonTable(IdentityId id);

  int readsDeletedOnesOnOneSideOfAUnion(IdentityId id);

  int readsDeletedOnesByAnOr(IdentityId id);

  int readsDeletedOnesByName(IdentityId id);

  int readsDeletedOnesForAnInsert(IdentityId id);

  int readsWithoutAnAlias(IdentityId id);

  int readsAllIncludingDeleted(IdentityId id);

  int readsLiveOnes(IdentityId id);

  int readsLiveOnesEverywhere(IdentityId id);
}
