// What the C# compiler itself refers to when it emits a script. The pipeline refuses a script that
// names any of these types; a member that is missing here is a language feature that is missing.
namespace System
{
    // The compiler asks for these two wherever it makes a class of its own.
    public struct Byte { }

    public struct Int16 { }

    public abstract class Attribute { protected Attribute() { } }

    // Asked for wherever two values are compared.
    public abstract class Delegate { private protected Delegate() { } }

    public class Exception { public Exception() { } }
}

namespace System.Collections
{
    // The compiler looks them up for `foreach` over an array, which it turns into a `for`.
    public interface IEnumerable { IEnumerator GetEnumerator(); }

    public interface IEnumerator
    {
        object Current { get; }
        bool MoveNext();
    }
}

namespace System.Threading.Tasks
{
    public class Task { private protected Task() { } }

    public class Task<TResult> : Task { private protected Task() { } }
}

namespace System.Runtime.InteropServices
{
    // Marks an `in` parameter, as OnTick's.
    public sealed class InAttribute : Attribute { public InAttribute() { } }
}

namespace System.Runtime.CompilerServices
{
    public sealed class IsReadOnlyAttribute : Attribute { public IsReadOnlyAttribute() { } }

    public static class IsExternalInit { }

    public sealed class RefSafetyRulesAttribute : Attribute
    {
        public RefSafetyRulesAttribute(int version) { }
    }

    // Without it a field's fault has no line.
    public static class RuntimeHelpers
    {
        public static void EnsureSufficientExecutionStack() => throw null;
    }

    public interface INotifyCompletion { }

    public interface ICriticalNotifyCompletion : INotifyCompletion { }

    public interface IAsyncStateMachine
    {
        void MoveNext();
        void SetStateMachine(IAsyncStateMachine stateMachine);
    }

    // Field initialisers are an asynchronous method in the script dialect.
    public struct AsyncTaskMethodBuilder<TResult>
    {
        public static AsyncTaskMethodBuilder<TResult> Create() => throw null;
        public Threading.Tasks.Task<TResult> Task => throw null;
        public void AwaitOnCompleted<TAwaiter, TStateMachine>(
            ref TAwaiter awaiter, ref TStateMachine stateMachine)
            where TAwaiter : INotifyCompletion
            where TStateMachine : IAsyncStateMachine => throw null;
        public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(
            ref TAwaiter awaiter, ref TStateMachine stateMachine)
            where TAwaiter : ICriticalNotifyCompletion
            where TStateMachine : IAsyncStateMachine => throw null;
        public void SetException(Exception exception) => throw null;
        public void SetResult(TResult result) => throw null;
        public void SetStateMachine(IAsyncStateMachine stateMachine) => throw null;
        public void Start<TStateMachine>(ref TStateMachine stateMachine)
            where TStateMachine : IAsyncStateMachine => throw null;
    }
}

namespace System.Reflection
{
    // Gives this assembly its version; compiled into the manifest, not into a call.
    internal sealed class AssemblyVersionAttribute : Attribute
    {
        public AssemblyVersionAttribute(string version) { }
    }
}
