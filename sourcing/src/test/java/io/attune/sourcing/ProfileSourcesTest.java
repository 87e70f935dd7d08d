package io.attune.sourcing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whose a person is. Source: okta-behaviour 5.1, 5.2, 5.6. */
class ProfileSourcesTest {
  private final ProfileSources sources =
      new ProfileSources(List.of("hr", "crm"), new TreeSet<>(Set.of("crm")));

  @Test
  void theHighestSourceThatHasThePersonIsTheirs() {
    assertEquals("hr", sources.highest(app -> true));
    assertEquals("crm", sources.highest(app -> app.equals("crm")));
    assertNull(sources.highest(app -> false));
  }

  @Test
  void onlyAppsOfTheRankingAreSources() {
    assertTrue(sources.isSource("crm"));
    assertFalse(sources.isSource("erp"));
    assertTrue(sources.passesOn("crm"));
    assertFalse(sources.passesOn("hr"));
    assertThrows(IllegalArgumentException.class, () -> new ProfileSources(List.of("hr", "hr")));
  }
}
