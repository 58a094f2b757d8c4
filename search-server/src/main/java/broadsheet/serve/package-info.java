/** The program: its commands, and which engine answers. Its main alone chooses the engine. */
package broadsheet.serve;
