package io.chunfeng.manifest;

/**
 * Something wrong with one field. Never holds what was typed.
 *
 * @param field component of {@link TypedPassenger}
 * @param code below {@code manifest.fault.} in the messages, which say what is expected
 */
public record PassengerFault(String field, String code) {}
