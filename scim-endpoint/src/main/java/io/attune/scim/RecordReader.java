package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.json.Surrogates;
import io.attune.plan.AppRecord;
import io.attune.plan.ImportRecord;
import io.attune.plan.Sha256;
import io.attune.plan.UnreadableRecord;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One record as JSON, flat or SCIM, to an app-user profile. Source: formats, Records.
 *
 * <p>A record with {@code schemas} is SCIM: its key is {@code id}. A flat record's key is {@code
 * externalId}, else {@code id}.
 */
final class RecordReader {
  private static final int MAX_KEY_CHARS = 512;

  private final ProfileSchema schema;
  private final List<ScimSlot> scimSlots = new ArrayList<>();
  private final Map<String, String> attributesInAnyCase =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** Where in a SCIM resource an attribute stands. */
  private record ScimSlot(int slot, @Nullable String namespace, ExternalPath path) {}

  RecordReader(ProfileSchema schema) {
    this.schema = schema;
    for (int slot = 0; slot < schema.size(); slot++) {
      AttributeDefinition attribute = schema.attribute(slot);
      if (!attribute.isSecret()) {
        attributesInAnyCase.put(attribute.name(), attribute.name());
      }
      ExternalAttribute external = attribute.external();
      ExternalPath path = external == null ? null : ExternalPath.parse(external.name());
      if (external != null && path != null && !attribute.isSecret()) {
        String namespace = external.namespace();
        boolean core = namespace == null || namespace.toLowerCase(Locale.ROOT).contains(":core:");
        scimSlots.add(new ScimSlot(slot, core ? null : namespace, path));
      }
    }
  }

  ProfileSchema schema() {
    return schema;
  }

  /** The places of a SCIM record's attributes; null if one has a place that a plan cannot hold. */
  @Nullable RecordPlan scimPlan(RecordPlan plan) {
    for (ScimSlot place : scimSlots) {
      if (!plan.add(place.namespace(), place.path(), place.slot())) {
        return null;
      }
    }
    return plan;
  }

  /** The places of a flat record's attributes; null if one has a name that a plan cannot hold. */
  @Nullable RecordPlan flatPlan(RecordPlan plan) {
    for (int slot = 0; slot < schema.size(); slot++) {
      AttributeDefinition attribute = schema.attribute(slot);
      if (!attribute.isSecret() && !plan.addMember(attribute.name(), slot)) {
        return null;
      }
    }
    return plan;
  }

  /** What a record says; a fault of it goes to {@code faults}. */
  ImportRecord read(JsonNode record, Sha256 raw, List<? super RecordFault> faults) {
    if (!record.isObject()) {
      return unreadable(null, raw, RecordFault.of("NO_OBJECT", "the record is no object"), faults);
    }
    boolean scim = record.has("schemas");
    String key = scim ? key(record, "id") : key(record, "externalId");
    if (key == null && !scim) {
      key = key(record, "id");
    }
    if (key == null) {
      String wanted = scim ? "`id`" : "`externalId` or `id`";
      RecordFault fault =
          new RecordFault("MISSING_ID", null, "the record has no usable " + wanted, "");
      return unreadable(null, raw, fault, faults);
    }
    String twice = sameButForCase(record);
    if (twice != null) {
      String message = "`" + twice + "` stands twice in the record, but for case";
      return unreadable(key, raw, new RecordFault("DUPLICATE_NAME", twice, message, ""), faults);
    }
    Boolean active = active(record);
    if (active == null) {
      RecordFault fault =
          new RecordFault("WRONG_TYPE", "active", "`active` is neither true nor false", "");
      return unreadable(key, raw, fault, faults);
    }
    @Nullable Object[] values = new @Nullable Object[schema.size()];
    RecordFault fault = scim ? readScim(record, values) : readFlat(record, values);
    if (fault == null) {
      fault = missing(values);
    }
    return fault == null
        ? new AppRecord(key, active, Profile.ofOwned(schema, values), raw)
        : unreadable(key, raw, fault, faults);
  }

  static UnreadableRecord unreadable(
      @Nullable String key, Sha256 raw, RecordFault fault, List<? super RecordFault> faults) {
    faults.add(fault);
    return new UnreadableRecord(key, raw, fault.code(), fault.attribute());
  }

  private static @Nullable String key(JsonNode record, String name) {
    JsonNode node = record.get(name);
    boolean isKey = node != null && (node.isTextual() || node.isIntegralNumber());
    if (node == null || !isKey) {
      return null;
    }
    return usableKey(node.asText());
  }

  /** A key if it can be one: not blank, at most 512 characters, whole characters. */
  static @Nullable String usableKey(String key) {
    boolean usable = !key.isBlank() && key.length() <= MAX_KEY_CHARS && Surrogates.arePaired(key);
    return usable ? key : null;
  }

  private static @Nullable Boolean active(JsonNode record) {
    JsonNode node = ExternalPath.member(record, "active");
    if (node == null || node.isNull()) {
      return Boolean.TRUE;
    }
    return (node.isBoolean() || node.isTextual()) ? RecordValues.flag(node.asText()) : null;
  }

  /** A name that an object of the record has twice, compared without case; or null. */
  static @Nullable String sameButForCase(JsonNode node) {
    if (node.isObject()) {
      Set<String> names = new HashSet<>();
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        if (!names.add(member.getKey().toLowerCase(Locale.ROOT))) {
          return member.getKey();
        }
      }
    }
    for (JsonNode child : node) {
      String inside = child.isContainerNode() ? sameButForCase(child) : null;
      if (inside != null) {
        return inside;
      }
    }
    return null;
  }

  private @Nullable RecordFault readFlat(JsonNode record, @Nullable Object[] values) {
    for (Map.Entry<String, JsonNode> member : record.properties()) {
      int slot = schema.slot(member.getKey());
      if (slot >= 0 && !schema.attribute(slot).isSecret()) {
        RecordFault fault = put(slot, member.getValue(), values);
        if (fault != null) {
          return fault;
        }
      } else if (slot < 0 && isMisspelt(member.getKey())) {
        return misspelt(member.getKey());
      }
    }
    return null;
  }

  /**
   * Whether a name of a flat record is no attribute's, but for case. Left out, it would be absent,
   * and clear its attribute. What says who a record is, and whether active, is no attribute.
   */
  boolean isMisspelt(String name) {
    boolean head =
        name.equals("id") || name.equals("externalId") || name.equalsIgnoreCase("active");
    return !head && schema.slot(name) < 0 && attributesInAnyCase.containsKey(name);
  }

  private RecordFault misspelt(String name) {
    String attribute = attributesInAnyCase.get(name);
    String message = "`" + name + "` differs from `" + attribute + "` in case";
    return new RecordFault("UNKNOWN_NAME", attribute, message, "write `" + attribute + "`");
  }

  private @Nullable RecordFault readScim(JsonNode record, @Nullable Object[] values) {
    for (ScimSlot place : scimSlots) {
      String namespace = place.namespace();
      JsonNode root = namespace == null ? record : ExternalPath.member(record, namespace);
      JsonNode node = root == null ? null : place.path().read(root);
      RecordFault fault = node == null ? null : put(place.slot(), node, values);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  private @Nullable RecordFault put(int slot, JsonNode node, @Nullable Object[] values) {
    if (node.isNull()) {
      return null;
    }
    AttributeDefinition attribute = schema.attribute(slot);
    values[slot] = RecordValues.of(node, attribute.kind());
    return values[slot] == null ? wrongType(attribute) : null;
  }

  static RecordFault wrongType(AttributeDefinition attribute) {
    String message = "`" + attribute.name() + "` is no " + attribute.kind().label();
    return new RecordFault("WRONG_TYPE", attribute.name(), message, "");
  }

  /** The first required attribute that is absent. */
  @Nullable RecordFault missing(@Nullable Object[] values) {
    for (int slot = 0; slot < values.length; slot++) {
      AttributeDefinition attribute = schema.attribute(slot);
      if (values[slot] == null && attribute.required() && !attribute.isSecret()) {
        String message = "`" + attribute.name() + "` is required and absent";
        return new RecordFault("MISSING_REQUIRED", attribute.name(), message, "");
      }
    }
    return null;
  }
}
