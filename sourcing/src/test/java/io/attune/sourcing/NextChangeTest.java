package io.attune.sourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.attune.profile.AttributeMaster;
import io.attune.sourcing.AttributeOwner.PassedOver;
import io.attune.sourcing.AttributeOwner.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would change a value, by whose it is. Source: okta-behaviour 5.3 to 5.9. */
class NextChangeTest {
  @ParameterizedTest(name = "of {0}, passed over {1}, mapped {2}: {3}")
  @CsvSource({
    "hr, , true, IMPORT_OF_OWNER",
    "hr, crm, false, MAPPING_OF_OWNER",
    ", , true, EDIT_IN_OKTA",
    ", crm, false, EDIT_OR_LINK"
  })
  void next(@Nullable String app, @Nullable String passed, boolean mapped, NextChange next) {
    List<PassedOver> passedOver =
        passed == null ? List.of() : List.of(new PassedOver(passed, Reason.NOT_ASSIGNED));
    AttributeOwner owner = new AttributeOwner(app, AttributeMaster.Type.PROFILE_MASTER, passedOver);
    assertEquals(next, NextChange.of(owner, mapped));
    assertEquals(passed != null, owner.passed("crm", Reason.NOT_ASSIGNED));
    assertFalse(owner.passed("crm", Reason.LOWER));
  }
}
