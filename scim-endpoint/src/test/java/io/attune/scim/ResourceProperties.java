package io.attune.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.plan.AppRecord;
import io.attune.plan.ImportRecord;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.scim.ResourceWriter.Purpose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Profile to resource to profile, by the reader that imports use, through text. */
class ResourceProperties {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What an import of one record gives. */
  private static Profile read(ProfileSchema schema, ObjectNode body) {
    try {
      byte[] text = MAPPER.writeValueAsBytes(body.deepCopy().put("id", "x1"));
      List<RecordFault> faults = new ArrayList<>();
      List<ImportRecord> records = new ArrayList<>();
      new RecordFile(
              "feed.jsonl",
              new ByteArrayInputStream(text),
              schema,
              OptionalLong.empty(),
              (line, fault) -> faults.add(fault))
          .forEach(records::add);
      assertEquals(List.of(), faults);
      assertEquals(1, records.size());
      return assertInstanceOf(AppRecord.class, records.get(0)).profile();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ScimResource write(Profile profile, Purpose purpose) {
    ResourceWriter writer = new ResourceWriter(profile.schema());
    assertEquals(List.of(), writer.unsent());
    return writer.write(profile, purpose);
  }

  /** {@code read(write(p)) = p}: SCIM 2.0 and 1.1, core, enterprise and custom namespaces. */
  @Property
  void theWayBackIsTheIdentity(@ForAll("apart") Profile profile) {
    ScimResource resource = write(profile, Purpose.REPLACE);
    assertEquals(List.of(), resource.lost());
    assertEquals(profile, read(profile.schema(), resource.body()));
  }

  /** On create the same, but for empty arrays: they are absent. */
  @Property
  void onCreateAnEmptyArrayIsAbsent(@ForAll("apart") Profile profile) {
    @Nullable Object[] expected = profile.toArray();
    for (int slot = 0; slot < expected.length; slot++) {
      expected[slot] = List.of().equals(expected[slot]) ? null : expected[slot];
    }
    ScimResource resource = write(profile, Purpose.CREATE);
    assertEquals(List.of(), resource.lost());
    assertEquals(
        Profile.ofOwned(profile.schema(), expected), read(profile.schema(), resource.body()));
  }

  /** Whatever is not named as lost survives, also where attributes fill each other's selectors. */
  @Property
  void whatIsLostIsNamed(@ForAll("entangled") Profile profile) {
    ScimResource resource = write(profile, Purpose.REPLACE);
    Profile back = read(profile.schema(), resource.body());
    List<AttributeDefinition> different = new ArrayList<>();
    for (int slot = 0; slot < profile.schema().size(); slot++) {
      if (!Objects.equals(profile.value(slot), back.value(slot))) {
        different.add(profile.schema().attribute(slot));
      }
    }
    assertEquals(different, resource.lost());
  }

  /** If some of the elements in some order read back as the profile, the ones written do. */
  @Property
  void nothingIsLostThatAnOrderCouldSave(@ForAll("entangled") Profile profile) {
    ScimResource resource = write(profile, Purpose.REPLACE);
    for (JsonNode emails : resource.body().findValues("emails")) {
      assertTrue(emails.size() > 0);
    }
    if (!resource.lost().isEmpty()
        && resource.body().path("emails") instanceof ArrayNode emails
        && resource.body().size() == 2) {
      assertFalse(someOrderSaves(profile, resource.body(), emails), resource.body()::toString);
    }
  }

  private static boolean someOrderSaves(Profile profile, ObjectNode body, ArrayNode emails) {
    for (List<JsonNode> order : orders(List.copyOf(children(emails)))) {
      ObjectNode other = body.deepCopy();
      other.putArray("emails").addAll(order);
      if (profile.equals(read(profile.schema(), other))) {
        return true;
      }
    }
    return false;
  }

  private static List<JsonNode> children(ArrayNode array) {
    List<JsonNode> children = new ArrayList<>();
    array.forEach(children::add);
    return children;
  }

  /** Every order of every choice. */
  private static List<List<JsonNode>> orders(List<JsonNode> elements) {
    List<List<JsonNode>> orders = new ArrayList<>();
    orders.add(List.of());
    for (int index = 0; index < elements.size(); index++) {
      List<JsonNode> rest = new ArrayList<>(elements);
      JsonNode first = rest.remove(index);
      for (List<JsonNode> order : orders(rest)) {
        List<JsonNode> longer = new ArrayList<>(order);
        longer.add(0, first);
        orders.add(longer);
      }
    }
    return orders;
  }

  /** Names what it holds: the core first, each extension that says something, nothing else. */
  @Property(tries = 300)
  void schemasNamesWhatIsThere(@ForAll("apart") Profile profile) {
    ObjectNode body = write(profile, Purpose.REPLACE).body();
    List<String> named = new ArrayList<>();
    body.path("schemas").forEach(each -> named.add(each.textValue()));
    assertTrue(named.get(0).contains(":core:"));
    List<String> keys = new ArrayList<>();
    body.fieldNames().forEachRemaining(keys::add);
    keys.removeIf(key -> !key.startsWith("urn:"));
    assertEquals(keys, named.subList(1, named.size()));
  }

  /** No empty array, and no element that holds only what it is selected by. */
  @Property(tries = 300)
  void noElementIsEmptyTalk(@ForAll("apart") Profile profile) {
    for (JsonNode emails : write(profile, Purpose.CREATE).body().findValues("emails")) {
      assertTrue(emails.size() > 0);
      emails.forEach(email -> assertTrue(email.size() > 1, email::toString));
    }
  }

  @Provide
  Arbitrary<Profile> apart() {
    return ScimSchemas.apart();
  }

  @Provide
  Arbitrary<Profile> entangled() {
    return ScimSchemas.entangled();
  }
}
