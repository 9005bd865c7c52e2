CREATE TABLE `change_rows` (
	`project` text NOT NULL,
	`id` text NOT NULL,
	`day` text NOT NULL,
	`by` text NOT NULL,
	`why` text NOT NULL,
	`state` text NOT NULL,
	`wants_sponsor` integer NOT NULL,
	`wants_s151` integer NOT NULL,
	PRIMARY KEY(`project`, `id`)
);
--> statement-breakpoint
CREATE INDEX `change_rows_state` ON `change_rows` (`state`,`day`);--> statement-breakpoint
CREATE TABLE `debt_rows` (
	`project` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`what` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`project`, `id`)
);
--> statement-breakpoint
CREATE INDEX `debt_rows_since` ON `debt_rows` (`kind`,`since`);