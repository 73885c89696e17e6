package io.denizen.domain.identity;

import io.denizen.domain.shared.InvalidValue;

/**
 * A country or region as CLDR codes it: two capital letters, nearly always those of ISO 3166-1.
 * Whether there is such a region is not checked, as they come and go.
 */
public record RegionCode(String value) {

  public RegionCode {
    InvalidValue.unless(
        value.length() == 2 && isCapital(value.charAt(0)) && isCapital(value.charAt(1)),
        "must be two capital letters (ISO 3166-1), such as CH");
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isCapital(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }
}
