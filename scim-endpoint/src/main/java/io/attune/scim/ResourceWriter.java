package io.attune.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.profile.AttributeDefinition;
import io.attune.profile.ExternalAttribute;
import io.attune.profile.ExternalName;
import io.attune.profile.Profile;
import io.attune.profile.ProfileSchema;
import io.attune.scim.Unsent.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * App-user profiles to SCIM resources, by external names: the way back of a record. Compiled once
 * for a schema; immutable.
 *
 * <p>Whether resources are SCIM 2.0 or 1.1 follows from the namespaces of the schema: they stand in
 * {@code schemas} as they are written there, the core first, an extension where it says something.
 * Source: okta-behaviour 1.6.36 to 1.6.39; RFC 7643 sections 2.4 and 3; SCIM 1.1 core schema 5.1.
 */
public final class ResourceWriter {
  private static final String CORE_2_0 = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String CORE_1_1 = "urn:scim:schemas:core:1.0";

  private final ProfileSchema schema;
  private final ObjectShape root = new ObjectShape();
  private final Map<String, Extension> extensions = new LinkedHashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<Unsent> unsent = new ArrayList<>();
  private @Nullable String core;

  /** What a resource is sent for. */
  public enum Purpose {
    /** A new account, by POST: empty arrays are left out. */
    CREATE,
    /** The whole of an account, by PUT: an empty array clears what is there. */
    REPLACE
  }

  private record Extension(String namespace, ObjectShape shape) {}

  /** An attribute that is sent, and where it reads back from. */
  private record Sent(int slot, @Nullable String namespace, ExternalPath path) {}

  /** A writer for profiles of {@code schema}. */
  public ResourceWriter(ProfileSchema schema) {
    this.schema = schema;
    for (int slot = 0; slot < schema.size(); slot++) {
      Reason reason = add(slot, schema.attribute(slot));
      if (reason != null) {
        unsent.add(new Unsent(schema.attribute(slot), reason));
      }
    }
  }

  /** Makes room for an attribute; answers why there is none. */
  private @Nullable Reason add(int slot, AttributeDefinition attribute) {
    ExternalAttribute external = attribute.external();
    if (attribute.isSecret() || external == null) {
      return attribute.isSecret() ? Reason.SECRET : Reason.NO_EXTERNAL_NAME;
    }
    String namespace = external.namespace();
    ExternalName name = external.path();
    ExternalPath path = ExternalPath.parse(external.name());
    if (namespace == null || namespace.isBlank()) {
      return Reason.NO_NAMESPACE;
    }
    if (name == null || path == null || !name.isWritable(external.isCore())) {
      return Reason.NOTHING_WRITABLE;
    }
    if (external.isCore() && core == null) {
      core = namespace;
    }
    ObjectShape shape = external.isCore() ? root : extension(namespace).shape();
    if (!shape.put(name.steps(), new ValueShape(slot))) {
      return Reason.PLACE_TAKEN;
    }
    sent.add(new Sent(slot, external.isCore() ? null : namespace, path));
    return null;
  }

  private Extension extension(String namespace) {
    return extensions.computeIfAbsent(
        namespace.toLowerCase(Locale.ROOT), key -> new Extension(namespace, new ObjectShape()));
  }

  /** The attributes that are never sent, in the order of the schema. */
  public List<Unsent> unsent() {
    return List.copyOf(unsent);
  }

  /**
   * The resource of a profile.
   *
   * @throws IllegalArgumentException if the profile has another schema
   */
  public ScimResource write(Profile profile, Purpose purpose) {
    if (!Objects.equals(profile.schema(), schema)) {
      throw new IllegalArgumentException("the profile has another schema than the writer");
    }
    boolean withEmptyArrays = purpose == Purpose.REPLACE;
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode schemas = body.putArray("schemas");
    schemas.add(coreNamespace());
    ObjectNode said = root.of(profile, withEmptyArrays);
    if (said != null) {
      body.setAll(said);
    }
    for (Extension extension : extensions.values()) {
      ObjectNode extended = extension.shape().of(profile, withEmptyArrays);
      if (extended != null) {
        schemas.add(extension.namespace());
        body.set(extension.namespace(), extended);
      }
    }
    return new ScimResource(body, lost(profile, body, withEmptyArrays));
  }

  private String coreNamespace() {
    if (core != null) {
      return core;
    }
    boolean old = extensions.keySet().stream().anyMatch(each -> each.startsWith("urn:scim:"));
    return old ? CORE_1_1 : CORE_2_0;
  }

  private List<AttributeDefinition> lost(Profile profile, ObjectNode body, boolean emptyArrays) {
    List<AttributeDefinition> lost = new ArrayList<>();
    for (Sent each : sent) {
      AttributeDefinition attribute = schema.attribute(each.slot());
      Object value = profile.value(each.slot());
      boolean leftOut = !emptyArrays && value instanceof List<?> list && list.isEmpty();
      if (!Objects.equals(leftOut ? null : value, readBack(each, attribute, body))) {
        lost.add(attribute);
      }
    }
    return lost;
  }

  private static @Nullable Object readBack(
      Sent each, AttributeDefinition attribute, ObjectNode body) {
    String namespace = each.namespace();
    JsonNode from = namespace == null ? body : ExternalPath.member(body, namespace);
    JsonNode found = from == null ? null : each.path().read(from);
    return found == null ? null : RecordValues.of(found, attribute.kind());
  }
}
