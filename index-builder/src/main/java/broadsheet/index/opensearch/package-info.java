/** Posts on an OpenSearch cluster: what is sent of them, and the writer. A stock node only cuts at spaces. */
package broadsheet.index.opensearch;
