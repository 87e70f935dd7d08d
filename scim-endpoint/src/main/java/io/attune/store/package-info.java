/**
 * The durable state of the SCIM endpoint: resources and memberships in a relational database.
 *
 * <p>Embedded SQLite by default, any PostgreSQL by its JDBC URL, with the same statements. Writes
 * pass through one {@link io.attune.store.GroupCommit}, which makes many of them durable by one
 * commit; an answer is given only after it. Reads see what is committed, and block nobody. Every
 * write tells the {@link io.attune.store.AuditTrail}.
 *
 * <p>May depend on: JDBI, DBCP, Flyway, and the digest of {@code io.attune.plan}. Knows nothing of
 * SCIM's JSON: a body is text.
 */
@NullMarked
package io.attune.store;

import org.jspecify.annotations.NullMarked;
