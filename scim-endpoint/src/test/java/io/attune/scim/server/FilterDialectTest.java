package io.attune.scim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What identity providers write, as the RFC has it; what the RFC has is left alone. */
class FilterDialectTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "emails[type eq \"work\"].value eq \"x\" | emails[(type eq \"work\") and value eq \"x\"]",
        "emails[type eq \"a\" or type pr].value sw \"x y\" and active eq true"
            + " | emails[(type eq \"a\" or type pr) and value sw \"x y\"] and active eq true",
        "(emails[type pr].value pr) | (emails[(type pr) and value pr])",
        "addresses[type pr].primary eq true) | addresses[(type pr) and primary eq true])",
        "emails[value eq \"]\\\"].value eq\"].value eq \"x\""
            + " | emails[(value eq \"]\\\"].value eq\") and value eq \"x\"]",
        "emails[type eq \"work\"].value | emails[type eq \"work\"].value",
        "roles[primary eq \"True\"].display | roles[primary eq true].display",
        "active eq \"False\" and title eq \"True\" | active eq false and title eq \"True\"",
        "title eq \"active eq \\\"True\\\"\" | title eq \"active eq \\\"True\\\"\"",
        "inactive eq \"True\" | inactive eq \"True\"",
        "not (emails co \"x\") | not (emails.value co \"x\")",
        "emails.value co \"x\" | emails.value co \"x\"",
        "emails pr | emails pr",
        "title eq \"emails co \" | title eq \"emails co \"",
        "urn:ietf:params:scim:schemas:core:2.0:User:emails eq \"x\""
            + " | urn:ietf:params:scim:schemas:core:2.0:User:emails.value eq \"x\"",
        "title eq \"open | title eq \"open",
        "] | ]",
        "[ | ["
      })
  void says(String sent, String normal) {
    assertEquals(normal, FilterDialect.normal(sent));
    assertEquals(normal, FilterDialect.normal(normal), "once is enough");
  }

  /** A filter as the RFC writes it, whatever its values hold, keeps every character. */
  @Property(tries = 500)
  void whatTheRfcHasIsLeftAlone(@ForAll("filters") String filter) throws BadRequestException {
    assertEquals(filter, FilterDialect.normal(filter));
    assertEquals(filter, Filter.fromString(filter).toString());
  }

  @Provide
  Arbitrary<String> filters() {
    Arbitrary<String> value =
        Arbitraries.of("a", " ", "[", "]", "].value eq ", "(", "emails co ", "True", "primary eq ")
            .list()
            .ofMaxSize(6)
            .map(parts -> "\"" + String.join("", parts) + "\"");
    Arbitrary<String> one =
        value.flatMap(v -> Arbitraries.of("title eq " + v, "emails[value co " + v + "]", "id pr"));
    return one.list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(all -> all.size() == 1 ? all.get(0) : "(" + String.join(" and ", all) + ")");
  }
}
