/**
 * The SCIM service that an identity provider provisions into. Source: RFC 7643, RFC 7644.
 *
 * <p>{@link io.attune.scim.server.ScimEndpoint} answers one request at a time and knows no HTTP;
 * {@link io.attune.scim.server.EndpointServer} is the HTTP around it. A SCIM library does
 * validation, projection, PATCH and Bulk; around it stand our own gates, because it takes some
 * bodies and filters otherwise than the RFCs do: those are what {@link
 * io.attune.scim.server.BodyGate}, {@link io.attune.scim.server.FilterText} and {@link
 * io.attune.scim.server.PatchBody} are for. Filters are evaluated by the database where it can,
 * else over the bodies, within a time budget.
 *
 * <p>May depend on: {@code io.attune.store}, the SCIM libraries, Jetty, Jackson.
 */
@NullMarked
package io.attune.scim.server;

import org.jspecify.annotations.NullMarked;
