/** Common words side by side: in which posts of an index two of them are. Found when the index is finished, in a file of its own. */
package broadsheet.index.lucene.grams;
