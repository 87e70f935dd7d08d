package io.attune.scim.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.exceptions.BadRequestException;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.AndExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.AttributeExpressionLeaf;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.patch.DefaultPatchOperationHandler;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedComplexAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedComplexMultivaluedSubAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedComplexSimpleSubAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.MultivaluedSimpleAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.PatchOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.RemoveComplexAttributeOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.RemoveExtensionRefOperation;
import de.captaingoldfish.scim.sdk.server.patch.operations.SimpleAttributeOperation;
import java.util.Iterator;
import java.util.function.BooleanSupplier;

/**
 * Applies the operations of a PATCH to a resource. Beside what the library does: an {@code add} to
 * an element that is not there makes it, from the filter of its path, as Entra expects; and what is
 * not there can be removed, so that a repeated request does no harm.
 */
final class PatchOperations<T extends ResourceNode> extends DefaultPatchOperationHandler<T> {
  private final String coreSchema;

  /** For one request to the resources of a handler. */
  PatchOperations(ResourceHandler<T> handler, Context context) {
    super(
        handler.getType(),
        handler.getServiceProvider().getPatchConfig(),
        handler.getResourceType(),
        context);
    this.coreSchema = handler.getResourceType().getSchema();
  }

  @Override
  public boolean handleOperation(String id, MultivaluedComplexSimpleSubAttributeOperation add) {
    BooleanSupplier change = () -> super.handleOperation(id, add);
    if (!add.isAddOp() || !add.isWithFilter()) {
      return tolerant(add, change);
    }
    try {
      return change.getAsBoolean();
    } catch (BadRequestException e) {
      ObjectNode element = getPatchedResource(id).objectNode();
      boolean isCore = add.getParentAttribute().getResourceUri().equals(coreSchema);
      if (!isCore || !isNoTarget(e) || !describes(add.getFilter(), element)) {
        throw e;
      }
      String list = add.getParentAttribute().getName();
      getPatchedResource(id).withArrayProperty(list).add(element);
      return change.getAsBoolean();
    }
  }

  /** Writes into an element what a filter of equalities says of it; false for another filter. */
  private static boolean describes(FilterNode filter, ObjectNode element) {
    if (filter instanceof AndExpressionNode both) {
      return describes(both.getLeftNode(), element) && describes(both.getRightNode(), element);
    }
    if (!(filter instanceof AttributeExpressionLeaf one) || one.getComparator() != Comparator.EQ) {
      return false;
    }
    String name = one.getSchemaAttribute().getName();
    one.getBooleanValue()
        .ifPresentOrElse(
            value -> element.put(name, value),
            () -> one.getStringValue().ifPresent(value -> element.put(name, value)));
    return element.has(name);
  }

  private static boolean tolerant(PatchOperation<?> operation, BooleanSupplier change) {
    try {
      return change.getAsBoolean();
    } catch (BadRequestException e) {
      if (operation.isRemoveOp() && isNoTarget(e)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isNoTarget(BadRequestException e) {
    return ScimType.RFC7644.NO_TARGET.equals(e.getScimType());
  }

  @Override
  public boolean handleOperation(String id, RemoveExtensionRefOperation operation) {
    return tolerant(operation, () -> super.handleOperation(id, operation));
  }

  @Override
  public boolean handleOperation(String id, SimpleAttributeOperation operation) {
    return tolerant(operation, () -> super.handleOperation(id, operation));
  }

  @Override
  public boolean handleOperation(String id, MultivaluedSimpleAttributeOperation operation) {
    return tolerant(operation, () -> super.handleOperation(id, operation));
  }

  @Override
  public boolean handleOperation(String id, RemoveComplexAttributeOperation operation) {
    return tolerant(operation, () -> super.handleOperation(id, operation));
  }

  /**
   * The library looks at each member with its parser, which a group of thousands is too large for.
   */
  @Override
  public boolean handleOperation(String id, MultivaluedComplexAttributeOperation operation) {
    boolean removesMember =
        operation.isRemoveOp() && operation.getSchemaAttribute().getName().equals("members");
    if (removesMember
        && operation.getFilter() instanceof AttributeExpressionLeaf one
        && one.getComparator() == Comparator.EQ
        && one.getSchemaAttribute().getName().equals("value")) {
      return removeMember(id, one.getValue());
    }
    return tolerant(operation, () -> super.handleOperation(id, operation));
  }

  private boolean removeMember(String id, String value) {
    boolean removed = false;
    for (Iterator<JsonNode> each = getPatchedResource(id).path("members").iterator();
        each.hasNext(); ) {
      if (value.equals(each.next().path("value").textValue())) {
        each.remove();
        removed = true;
      }
    }
    return removed;
  }

  @Override
  public boolean handleOperation(
      String id, MultivaluedComplexMultivaluedSubAttributeOperation operation) {
    return tolerant(operation, () -> super.handleOperation(id, operation));
  }
}
