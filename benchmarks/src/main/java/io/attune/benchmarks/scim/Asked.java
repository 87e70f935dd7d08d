package io.attune.benchmarks.scim;

/**
 * A request.
 *
 * @param method as HTTP names it
 * @param path with the query, behind the address of the endpoint
 * @param body empty if there is none
 */
record Asked(String method, String path, String body) {
  static Asked get(String path) {
    return new Asked("GET", path, "");
  }
}
