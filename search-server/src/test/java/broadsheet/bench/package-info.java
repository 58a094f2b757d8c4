/** Measurements, run only when asked for: {@code mvn verify -P bench -Dtest=RelevanceBench}. */
package broadsheet.bench;
