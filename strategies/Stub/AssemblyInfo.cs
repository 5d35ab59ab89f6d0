[assembly: System.Reflection.AssemblyVersion("10.0.0.0")]
