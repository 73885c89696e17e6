package io.denizen.domain.identity;

import io.denizen.domain.shared.Document;
import io.denizen.domain.shared.InvalidValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where mail reaches someone, in the parts of {@code google.type.PostalAddress}. Only the region is
 * needed; what is null or empty is not said, and nothing is checked against the customs of the
 * region.
 *
 * @param language that the address is written in
 * @param administrativeArea such as a state, a canton or a prefecture
 * @param locality such as a city
 * @param lines the rest of it, in the order of the envelope; at most {@value #MAX_LINES}
 * @param recipients at most {@value #MAX_LINES}
 */
public record PostalAddress(
    RegionCode region,
    @Nullable LanguageTag language,
    @Nullable AddressLine postalCode,
    @Nullable AddressLine sortingCode,
    @Nullable AddressLine administrativeArea,
    @Nullable AddressLine locality,
    @Nullable AddressLine sublocality,
    List<AddressLine> lines,
    List<AddressLine> recipients,
    @Nullable AddressLine organization) {

  public static final int MAX_LINES = 10;

  public PostalAddress {
    lines = List.copyOf(lines);
    recipients = List.copyOf(recipients);
    InvalidValue.unless(
        lines.size() <= MAX_LINES && recipients.size() <= MAX_LINES,
        "must have at most 10 lines and 10 recipients");
  }

  /** The address as plain data, under the names that the API gives to its parts. */
  public Document document() {
    return Document.builder()
        .putText("region_code", region)
        .putText("language_code", language)
        .putText("postal_code", postalCode)
        .putText("sorting_code", sortingCode)
        .putText("administrative_area", administrativeArea)
        .putText("locality", locality)
        .putText("sublocality", sublocality)
        .put("address_lines", texts(lines))
        .put("recipients", texts(recipients))
        .putText("organization", organization)
        .build();
  }

  /** The opposite of {@link #document}. */
  public static PostalAddress fromDocument(Document document) {
    return new PostalAddress(
        new RegionCode(document.text("region_code")),
        document.valueOrNull("language_code", LanguageTag::new),
        document.valueOrNull("postal_code", AddressLine::new),
        document.valueOrNull("sorting_code", AddressLine::new),
        document.valueOrNull("administrative_area", AddressLine::new),
        document.valueOrNull("locality", AddressLine::new),
        document.valueOrNull("sublocality", AddressLine::new),
        lines(document, "address_lines"),
        lines(document, "recipients"),
        document.valueOrNull("organization", AddressLine::new));
  }

  private static List<AddressLine> lines(Document document, String field) {
    return document.texts(field).stream().map(AddressLine::new).toList();
  }

  private static List<String> texts(List<AddressLine> lines) {
    return lines.stream().map(AddressLine::value).toList();
  }
}
