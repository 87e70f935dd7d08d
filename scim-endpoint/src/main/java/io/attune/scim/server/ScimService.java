package io.attune.scim.server;

/** A SCIM service of one version of the protocol. */
public interface ScimService {
  /** Answers a request; what is wrong with it is part of the answer. */
  ScimReply answer(ScimRequest request);
}
