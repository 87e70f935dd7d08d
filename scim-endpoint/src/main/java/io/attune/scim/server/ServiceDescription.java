package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.ClassPathReferences;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.complex.BulkConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ChangePasswordConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.ETagConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.SortConfig;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.AuthenticationScheme;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.EndpointDefinition;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.schemas.ResourceType;
import java.util.ArrayList;
import java.util.List;

/** What the service says it can do, and the library set up so that it is true. RFC 7643, 5. */
final class ServiceDescription {
  /** Resources on a page. */
  static final int MOST_RESULTS = 1000;

  /** Bytes of a body that is no bulk request. */
  static final int MOST_BODY_BYTES = 1 << 20;

  /** Bytes of a bulk request. */
  static final int MOST_BULK_BYTES = 2 << 20;

  private static final String OKTA_GROUP = "urn:okta:custom:group:1.0";

  private ServiceDescription() {}

  static ResourceEndpoint endpoint(
      UserHandler users, GroupHandler groups, List<JsonNode> extensions) {
    ResourceEndpoint library = new ResourceEndpoint(provider());
    library.addDefaultPatchWorkarounds();
    listenOurselves(library.registerEndpoint(users(users, extensions)));
    listenOurselves(library.registerEndpoint(groups(groups)));
    return library;
  }

  /** Okta's SCIM 1.1 groups have a description in a schema of Okta's; okta-behaviour 7.23. */
  private static EndpointDefinition groups(GroupHandler handler) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:Schema");
    schema.put("id", OKTA_GROUP);
    schema.put("name", "OktaGroup");
    schema.put("description", "what Okta sends of groups beside their names");
    ObjectNode attribute = schema.putArray("attributes").addObject();
    ExtensionSchemas.describe(attribute, "description", "string", false);
    JsonNode type = JsonHelper.loadJsonDocument(ClassPathReferences.GROUP_RESOURCE_TYPE_JSON);
    ((ObjectNode) type)
        .withArrayProperty("schemaExtensions")
        .addObject()
        .put("schema", OKTA_GROUP)
        .put("required", false);
    return new EndpointDefinition(
        type,
        JsonHelper.loadJsonDocument(ClassPathReferences.GROUP_SCHEMA_JSON),
        List.of(schema),
        handler);
  }

  private static EndpointDefinition users(UserHandler handler, List<JsonNode> extensions) {
    JsonNode type = JsonHelper.loadJsonDocument(ClassPathReferences.USER_RESOURCE_TYPE_JSON);
    List<JsonNode> schemas = new ArrayList<>();
    schemas.add(JsonHelper.loadJsonDocument(ClassPathReferences.ENTERPRISE_USER_SCHEMA_JSON));
    for (JsonNode extension : extensions) {
      ObjectNode reference = ((ArrayNode) type.get("schemaExtensions")).addObject();
      reference.set("schema", extension.get("id"));
      reference.put("required", false);
      schemas.add(extension);
    }
    return new EndpointDefinition(
        type, JsonHelper.loadJsonDocument(ClassPathReferences.USER_SCHEMA_JSON), schemas, handler);
  }

  /** The library's own filtering mixes value paths with dotted ones, so it is not used. */
  private static void listenOurselves(ResourceType type) {
    type.getFeatures().setAutoFiltering(false);
    type.getFeatures().setAutoSorting(false);
  }

  private static ServiceProvider provider() {
    return ServiceProvider.builder()
        .patchConfig(PatchConfig.builder().supported(true).build())
        .changePasswordConfig(ChangePasswordConfig.builder().supported(false).build())
        .sortConfig(SortConfig.builder().supported(true).build())
        .eTagConfig(ETagConfig.builder().supported(true).build())
        .filterConfig(FilterConfig.builder().supported(true).maxResults(MOST_RESULTS).build())
        .bulkConfig(
            BulkConfig.builder()
                .supported(true)
                .maxOperations(BulkBody.MOST_OPERATIONS)
                .maxPayloadSize((long) MOST_BULK_BYTES)
                .build())
        .authenticationSchemes(
            List.of(
                scheme(
                    "oauthbearertoken",
                    "OAuth Bearer Token",
                    "a token in the Authorization header"),
                scheme("httpbasic", "HTTP Basic", "a name and a password")))
        .lenientContentTypeChecking(true)
        .build();
  }

  private static AuthenticationScheme scheme(String type, String name, String description) {
    return AuthenticationScheme.builder().type(type).name(name).description(description).build();
  }
}
