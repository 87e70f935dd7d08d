/**
 * The SCIM endpoint under load: the group {@code scim}.
 *
 * <p>Two servers hold the same users and take the same requests over loopback, in turn: {@code
 * attune serve} as anyone starts it, with its embedded store, and a reference that has the same
 * SCIM library behind the same HTTP server and keeps users in maps: no disk, no credentials, no
 * log, no audit trail, no group memberships. Before anything is timed their answers are compared. A
 * third process sends the requests, and shares the machine's processors with the server it asks.
 *
 * <p>May depend on everything.
 */
@NullMarked
package io.attune.benchmarks.scim;

import org.jspecify.annotations.NullMarked;
