/**
 * What an app sends: record files and SCIM resources to app-user profiles, by external names.
 *
 * <p>A {@link io.attune.scim.RecordFile} is a {@link io.attune.plan.RecordBatch} over a file: JSON
 * lines, a JSON array, CSV, or SCIM ListResponses one a line. A record that cannot be read is a
 * record all the same, and present; the listener hears why.
 *
 * <p>A {@link io.attune.scim.ResourceWriter} is the way back, a profile to the resource that is
 * sent: what is read of a resource again is the profile.
 *
 * <p>May depend on: the core, Jackson, the CSV library. Intended: the digest of a record covers its
 * line as it stands, or, inside an array or a ListResponse, its JSON without white space.
 */
@NullMarked
package io.attune.scim;

import org.jspecify.annotations.NullMarked;
