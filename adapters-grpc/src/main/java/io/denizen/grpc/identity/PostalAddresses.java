package io.denizen.grpc.identity;

import com.google.type.PostalAddress;
import io.denizen.domain.identity.AddressLine;
import io.denizen.domain.identity.LanguageTag;
import io.denizen.domain.identity.RegionCode;
import io.denizen.grpc.shared.Fields;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Postal addresses as {@code google.type} has them. */
final class PostalAddresses {

  private PostalAddresses() {}

  static PostalAddress message(io.denizen.domain.identity.PostalAddress address) {
    PostalAddress.Builder message =
        PostalAddress.newBuilder()
            .setRegionCode(address.region().value())
            .addAllAddressLines(texts(address.lines()))
            .addAllRecipients(texts(address.recipients()));
    set(address.language(), message::setLanguageCode);
    set(address.postalCode(), message::setPostalCode);
    set(address.sortingCode(), message::setSortingCode);
    set(address.administrativeArea(), message::setAdministrativeArea);
    set(address.locality(), message::setLocality);
    set(address.sublocality(), message::setSublocality);
    set(address.organization(), message::setOrganization);
    return message.build();
  }

  /**
   * Reads an address. Refused with {@link io.denizen.grpc.shared.InvalidRequest}, which names all
   * that is at fault in it.
   *
   * @param path where the request has it
   */
  static io.denizen.domain.identity.PostalAddress read(String path, PostalAddress address) {
    Fields fields = new Fields();
    if (address.getRevision() != 0) {
      fields.reject(path + ".revision", "must be 0");
    }
    RegionCode region =
        fields.required(path + ".region_code", address.getRegionCode(), RegionCode::new);
    @Nullable LanguageTag language =
        fields.optional(path + ".language_code", address.getLanguageCode(), LanguageTag::new);
    Lines lines = new Lines(fields, path);
    @Nullable AddressLine postalCode = lines.line("postal_code", address.getPostalCode());
    @Nullable AddressLine sortingCode = lines.line("sorting_code", address.getSortingCode());
    @Nullable AddressLine administrativeArea =
        lines.line("administrative_area", address.getAdministrativeArea());
    @Nullable AddressLine locality = lines.line("locality", address.getLocality());
    @Nullable AddressLine sublocality = lines.line("sublocality", address.getSublocality());
    @Nullable AddressLine organization = lines.line("organization", address.getOrganization());
    List<AddressLine> addressLines = lines.lines("address_lines", address.getAddressLinesList());
    List<AddressLine> recipients = lines.lines("recipients", address.getRecipientsList());
    return fields.read(
        () ->
            new io.denizen.domain.identity.PostalAddress(
                region,
                language,
                postalCode,
                sortingCode,
                administrativeArea,
                locality,
                sublocality,
                addressLines,
                recipients,
                organization));
  }

  private static void set(@Nullable Object value, Consumer<String> field) {
    if (value != null) {
      field.accept(value.toString());
    }
  }

  private static List<String> texts(List<AddressLine> lines) {
    return lines.stream().map(AddressLine::value).toList();
  }

  /** Reads the lines of one address. */
  private record Lines(Fields fields, String path) {

    @Nullable AddressLine line(String field, String text) {
      return fields.optional(path + "." + field, text, AddressLine::new);
    }

    List<AddressLine> lines(String field, List<String> texts) {
      return fields.list(
          path + "." + field,
          texts,
          io.denizen.domain.identity.PostalAddress.MAX_LINES,
          AddressLine::new);
    }
  }
}
