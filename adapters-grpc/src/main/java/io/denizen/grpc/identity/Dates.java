package io.denizen.grpc.identity;

import com.google.type.Date;
import io.denizen.domain.identity.BirthDate;

/** Calendar dates as {@code google.type} has them. */
final class Dates {

  private Dates() {}

  static Date message(BirthDate date) {
    return Date.newBuilder().setYear(date.year()).setMonth(date.month()).setDay(date.day()).build();
  }

  static BirthDate birthDate(Date date) {
    return BirthDate.of(date.getYear(), date.getMonth(), date.getDay());
  }
}
