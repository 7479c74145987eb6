import { database } from "@/server/database/client";
import { environment } from "@/server/environment";
import { seedDemonstration } from "./demonstration";

await seedDemonstration(environment().agentConnect.issuer);
await database().$disconnect();
