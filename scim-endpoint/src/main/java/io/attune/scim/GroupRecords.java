package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.json.Surrogates;
import io.attune.plan.GroupRecord;
import io.attune.plan.GroupRecord.Faulty;
import io.attune.plan.GroupRecord.Whole;
import io.attune.plan.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Groups of a feed: SCIM Group resources, 2.0 or 1.1, and the flat form {@code
 * {"group":{"externalId","name","description","members":["hr-1"]}}}. Source: RFC 7643 4.2; imports,
 * "Groups".
 */
final class GroupRecords {
  private static final String SCIM_1 = "urn:scim:schemas:core:1.0";

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
    String name = group.path(flat ? "name" : "displayName").textValue();
    if (key == null) {
      return faulty(null, raw, "MISSING_ID", "the group has no usable id", faults);
    }
    String twice = RecordReader.sameButForCase(record);
    if (twice != null) {
      String message = "`" + twice + "` stands twice in the record, but for case";
      return faulty(key, raw, "DUPLICATE_NAME", message, faults);
    }
    if (name == null || name.isBlank() || !Surrogates.arePaired(name)) {
      return faulty(key, raw, "MISSING_NAME", "the group has no name", faults);
    }
    JsonNode written = group.path("members");
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
        : faulty(key, raw, "WRONG_TYPE", "`members` is no list of keys", faults);
  }

  private static GroupRecord faulty(
      @Nullable String key,
      Sha256 raw,
      String code,
      String message,
      List<? super RecordFault> faults) {
    faults.add(RecordFault.of(code, message));
    return new GroupRecord(key, new Faulty(code), raw);
  }

  private static @Nullable String key(JsonNode node) {
    boolean isKey = node.isTextual() || node.isIntegralNumber();
    return isKey ? RecordReader.usableKey(node.asText()) : null;
  }
}
