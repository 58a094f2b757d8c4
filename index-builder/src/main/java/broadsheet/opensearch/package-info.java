/** A thin client of an OpenSearch cluster: JSON over HTTP, what may be repeated and what may not. Knows no post. */
package broadsheet.opensearch;
