package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.attune.json.Surrogates;
import io.attune.plan.GroupRecord;
import io.attune.plan.GroupRecord.Faulty;
import io.attune.plan.GroupRecord.Whole;
import io.attune.plan.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups of a feed: SCIM Group resources, 2.0 or 1.1, and the flat form {@code
 * {"group":{"externalId","name","description","members":["hr-1"]}}}. Source: RFC 7643 4.2; imports,
 * "Groups".
 */
final class GroupRecords {
  private static final String SCIM_1 = "urn:scim:schemas:core:1.0";

  private static final List<String> FLAT_NAMES = List.of("name", "description", "members");

  private GroupRecords() {}

  /** Whether a record is a group; every other record is a person. */
  static boolean isGroup(JsonNode record) {
    if (record.path("group").isObject()) {
      return true;
    }
    for (JsonNode schema : record.path("schemas")) {
      if (schema.asText().toLowerCase(Locale.ROOT).endsWith(":group")) {
        return true;
      }
      // SCIM 1.1 has one schema for both: a group has members, a person has a userName.
      if (schema.asText().equals(SCIM_1) && record.has("members") && !record.has("userName")) {
        return true;
      }
    }
    return false;
  }

  /** What a group says; a fault of it goes to {@code faults}. */
  static GroupRecord read(JsonNode record, Sha256 raw, List<? super RecordFault> faults) {
    boolean flat = record.path("group").isObject();
    JsonNode group = flat ? record.path("group") : record;
    String key = flat ? key(group.path("externalId")) : null;
    key = key == null ? key(group.path("id")) : key;
    String wantedName = flat ? "name" : "displayName";
    if (key == null) {
      String hint = flat ? "give it an `externalId` or an `id`" : "give it an `id`";
      RecordFault fault = new RecordFault("MISSING_ID", null, "the group has no usable id", hint);
      return faulty(null, raw, fault, faults);
    }
    String twice = RecordReader.sameButForCase(record);
    if (twice != null) {
      String message = "`" + twice + "` stands twice in the record, but for case";
      return faulty(key, raw, RecordFault.of("DUPLICATE_NAME", message), faults);
    }
    RecordFault misspelt = flat ? misspelt(group) : null;
    if (misspelt != null) {
      return faulty(key, raw, misspelt, faults);
    }
    String name = member(group, wantedName).textValue();
    if (name == null || name.isBlank() || !Surrogates.arePaired(name)) {
      String hint = "give it a `" + wantedName + "`";
      RecordFault fault = new RecordFault("MISSING_NAME", null, "the group has no name", hint);
      return faulty(key, raw, fault, faults);
    }
    JsonNode written = member(group, "members");
    List<String> members = written.isMissingNode() || written.isNull() ? null : new ArrayList<>();
    boolean usable = members == null || written.isArray();
    for (JsonNode each : usable ? written : record.path("none")) {
      String member = key(each.isObject() ? each.path("value") : each);
      usable &= member != null;
      if (members != null && member != null) {
        members.add(member);
      }
    }
    String description = flat ? group.path("description").textValue() : null;
    return usable
        ? new GroupRecord(key, new Whole(name, description, members), raw)
        : faulty(key, raw, RecordFault.of("WRONG_TYPE", "`members` is no list of keys"), faults);
  }

  /** SCIM's names count in any case (RFC 7643, 2.1); those of a flat group were looked at. */
  private static JsonNode member(JsonNode group, String name) {
    JsonNode member = ExternalPath.member(group, name);
    return member == null ? MissingNode.getInstance() : member;
  }

  /** A member of a flat group that would be one of ours but for case, and would be left out. */
  private static @Nullable RecordFault misspelt(JsonNode group) {
    for (String name : FLAT_NAMES) {
      for (Map.Entry<String, JsonNode> member : group.properties()) {
        String written = member.getKey();
        if (written.equalsIgnoreCase(name) && !written.equals(name)) {
          String message = "`" + written + "` differs from `" + name + "` in case";
          return new RecordFault("UNKNOWN_NAME", name, message, "write `" + name + "`");
        }
      }
    }
    return null;
  }

  private static GroupRecord faulty(
      @Nullable String key, Sha256 raw, RecordFault fault, List<? super RecordFault> faults) {
    faults.add(fault);
    return new GroupRecord(key, new Faulty(fault.code()), raw);
  }

  private static @Nullable String key(JsonNode node) {
    boolean isKey = node.isTextual() || node.isIntegralNumber();
    return isKey ? RecordReader.usableKey(node.asText()) : null;
  }
}
