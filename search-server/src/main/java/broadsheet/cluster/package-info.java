/** Nodes of OpenSearch on this machine, for tests and a try-out. Each is a process of its own. */
package broadsheet.cluster;
